import { leaveFor, post, toFailureFields } from './leave.js';

const query = new URLSearchParams(location.search);
/** What stands in the page itself where it is no frame but the whole window (a hosted checkout). */
const hosted = JSON.parse(document.getElementById('hosted')?.textContent ?? 'null');

/** Which order to pay with which key, and who embeds this page. */
export const embedding = {
  key: hosted?.key ?? query.get('key') ?? '',
  orderId: hosted?.orderId ?? query.get('order') ?? '',
  parent: query.get('parent') ?? '',
  isHosted: hosted !== null,
};

/** Tells the shop what happened: its page, where only the origin that opened the checkout can read it, or its server. */
export function tellHost(message) {
  if (hosted === null) parent.postMessage(message, embedding.parent);
  else tellServer(message);
}

/** A hosted checkout leaves for the shop with every outcome; another try begins there. */
function tellServer({ type, response, error }) {
  if (type === 'paid') post(hosted.callbackUrl, response);
  else if (type === 'failed') post(hosted.callbackUrl, toFailureFields(error));
  else if (type === 'dismissed') leaveFor(hosted.cancelUrl);
}

/** The shop's options, which checkout.js sends once it hears that this page is ready. */
export function receiveOptions() {
  if (hosted !== null) return Promise.resolve(hosted.options);
  return new Promise((resolve) => {
    addEventListener('message', function receive(event) {
      if (event.origin !== embedding.parent || event.source !== parent || event.data?.type !== 'options') return;
      removeEventListener('message', receive);
      resolve(event.data.options);
    });
    if (embedding.parent !== '') tellHost({ type: 'ready' });
  });
}
