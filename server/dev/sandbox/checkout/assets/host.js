const query = new URLSearchParams(location.search);

/** Which order to pay with which key, and who embeds this page. */
export const embedding = {
  key: query.get('key') ?? '',
  orderId: query.get('order') ?? '',
  parent: query.get('parent') ?? '',
};

/** Tells the shop's page what happened; only the origin that opened the checkout can read it. */
export function tellHost(message) {
  parent.postMessage(message, embedding.parent);
}

/** The shop's options, which checkout.js sends once it hears that this page is ready. */
export function receiveOptions() {
  return new Promise((resolve) => {
    addEventListener('message', function receive(event) {
      if (event.origin !== embedding.parent || event.source !== parent || event.data?.type !== 'options') return;
      removeEventListener('message', receive);
      resolve(event.data.options);
    });
    if (embedding.parent !== '') tellHost({ type: 'ready' });
  });
}
