import { embedding } from './host.js';

const { key, orderId } = embedding;

/** The sandbox said no; `body` is Razorpay's error. Anything else that goes wrong means it was not reached. */
export class Refusal extends Error {
  constructor(body) {
    super(body.description);
    this.body = body;
  }
}

async function ask(path, init) {
  const response = await fetch(path, init);
  const body = await response.json();
  if (!response.ok) throw new Refusal(body.error);
  return body;
}

function send(path, body) {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, ...body }),
  });
}

export const fetchOrder = () => ask(`/checkout/order?${new URLSearchParams({ key, orderId })}`);
export const sendPayment = (payment) => send('/checkout/payments', { orderId, ...payment });
export const sendAnswer = (paymentId, answer) => send(`/checkout/payments/${paymentId}/answer`, { answer });
