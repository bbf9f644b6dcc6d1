const form = document.getElementById('method-form');
const field = (name) => document.getElementById(name);
const fieldNames = ['number', 'expiry', 'cvv', 'vpa', 'bank'];

const chosen = () => form.elements.method.value;

/** Prepares the form: the banks, the test values to choose from, and the method that the shop prefers. */
export function prepareForm({ order, words, preferred }) {
  for (const [code, name] of Object.entries(order.banks)) field('bank').append(new Option(name, code));
  document.getElementById('test-values').append(...testValues(order, words));
  form.addEventListener('change', showChosen);
  field('number').addEventListener('blur', () => {
    field('number').value = grouped(field('number').value.replaceAll(/\D/g, ''));
  });
  choose(['card', 'upi', 'netbanking'].includes(preferred) ? preferred : 'card');
}

/** What the customer filled in, or null when something is missing: then it is said at the field. */
export function readMethod(words) {
  clearErrors();
  if (chosen() === 'upi') return readUpi(words);
  if (chosen() === 'netbanking') return { kind: 'netbanking', bank: field('bank').value };
  return readCard(words);
}

/** Shows a text at a field and goes there. Says whether the form has such a field. */
export function showFieldError(name, text) {
  const input = fieldNames.includes(name) ? field(name) : null;
  if (!input) return false;
  input.setAttribute('aria-invalid', 'true');
  field(`${name}-error`).textContent = text;
  input.focus();
  return true;
}

function readUpi(words) {
  const vpa = field('vpa').value.trim();
  if (/^\S+@\S+$/.test(vpa)) return { kind: 'upi', vpa };
  showFieldError('vpa', words.enterVpa);
  return null;
}

function readCard(words) {
  const number = field('number').value.replaceAll(/\D/g, '');
  const expiry = /^(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d\d)$/.exec(field('expiry').value.trim());
  const cvv = field('cvv').value.trim();
  // From last to first, so that the first one at fault ends up with the focus.
  if (!/^\d{3,4}$/.test(cvv)) showFieldError('cvv', words.enterCvv);
  if (!expiry) showFieldError('expiry', words.enterExpiry);
  if (!/^\d{12,19}$/.test(number)) showFieldError('number', words.enterNumber);
  if (form.querySelector('[aria-invalid]')) return null;
  return { kind: 'card', number, expiryMonth: Number(expiry[1]), expiryYear: 2000 + Number(expiry[2]), cvv };
}

function clearErrors() {
  for (const name of fieldNames) {
    field(name).removeAttribute('aria-invalid');
    field(`${name}-error`).textContent = '';
  }
}

function choose(method) {
  form.elements.method.value = method;
  showChosen();
}

function showChosen() {
  for (const fields of form.querySelectorAll('[data-method]')) fields.hidden = fields.dataset.method !== chosen();
}

function testValues({ cards, upiIds }, words) {
  const choices = [
    ...cards.map(({ number, network, refusal }) => ({
      label: grouped(number),
      note: `${network}, ${refusal ? words.fails(refusal) : words.succeeds}`,
      use: () => fillCard(number),
    })),
    { label: upiIds.success, note: `UPI, ${words.succeeds}`, use: () => fillUpi(upiIds.success) },
    { label: upiIds.failure, note: `UPI, ${words.fails('payment_failed')}`, use: () => fillUpi(upiIds.failure) },
  ];
  return choices.map(toListItem);
}

function toListItem({ label, note, use }) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  const remark = document.createElement('span');
  button.type = 'button';
  remark.textContent = note;
  button.append(label, remark);
  button.addEventListener('click', () => {
    clearErrors();
    use();
    document.getElementById('pay').focus();
  });
  item.append(button);
  return item;
}

function fillCard(number) {
  choose('card');
  field('number').value = grouped(number);
  field('expiry').value = `12/${String(new Date().getFullYear() + 5).slice(-2)}`;
  field('cvv').value = '123';
}

function fillUpi(vpa) {
  choose('upi');
  field('vpa').value = vpa;
}

/** Digits in groups of four, as on a card. */
function grouped(digits) {
  return digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
}
