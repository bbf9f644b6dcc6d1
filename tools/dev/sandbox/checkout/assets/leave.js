/** Leaves for the shop's server by a form POST, as `callback_url` receives it. */
export function post(url, fields) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}

/** Goes back to the shop without a payment. */
export function leaveFor(url) {
  if (url === null) history.back();
  else location.assign(url);
}

export function toFailureFields({ code, description, source, step, reason, metadata }) {
  return {
    'error[code]': code,
    'error[description]': description,
    'error[source]': source,
    'error[step]': step,
    'error[reason]': reason,
    'error[metadata]': JSON.stringify(metadata),
  };
}
