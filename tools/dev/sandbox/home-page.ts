import { toPriceText } from './api/present.ts';
import type { Gateway } from './gateway.ts';
import type { Order, Payment } from './state/records.ts';

const shown = 20;

/** A page for people who open the sandbox in a browser: what it is, and the latest orders and payments. */
export function homePage({ store, keyId }: Gateway): string {
  const orders = [...store.orders.values()].toReversed().slice(0, shown);
  const payments = [...store.payments.values()].toReversed().slice(0, shown);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Razorpay sandbox</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>Razorpay sandbox</h1>
<p>A local stand-in for Razorpay. No money moves, no real card is accepted. The REST API is under <code>/v1</code> with
key <code>${escape(keyId)}</code>, the checkout script at <a href="/v1/checkout.js">/v1/checkout.js</a>, and all that
is known here at <a href="/_sandbox/state">/_sandbox/state</a>.</p>
${table('Latest orders', ['Order', 'Amount', 'Status', 'Attempts', 'Receipt', 'Created'], orders.map(orderRow))}
${table('Latest payments', ['Payment', 'Order', 'Amount', 'Method', 'Status', 'Bank'], payments.map(paymentRow))}
</main>
</body>
</html>`;
}

const style = `
:root { font: 16px/1.5 system-ui, sans-serif; color: #16202c; background: #f7f9fb; }
body { margin: 0; } main { max-width: 1120px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 30px; line-height: 38px; margin: 0 0 8px; } p { max-width: 68ch; } a { color: #1d4ed8; }
section { overflow-x: auto; background: #fff; border: 1px solid #d9e1ea; border-radius: 12px; margin-top: 24px; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: 16px; }
th, td { text-align: left; padding: 8px 16px; border-top: 1px solid #d9e1ea; white-space: nowrap; }
th { color: #4d5b6b; font-weight: 500; } code { overflow-wrap: anywhere; } form { margin: 0; }
button { font: inherit; min-height: 44px; padding: 0 12px; }
button { border: 1px solid #7a8899; border-radius: 8px; background: #fff; }
:focus-visible { outline: 2px solid #2563eb; outline-offset: 2px; }`;

function table(caption: string, columns: string[], rows: string[]): string {
  const none = `<tr><td colspan="${columns.length}">None yet.</td></tr>`;
  return `<section tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>
<tbody>${rows.length === 0 ? none : rows.join('')}</tbody></table></section>`;
}

function orderRow(order: Order): string {
  const created = new Date(order.createdAt * 1000).toISOString();
  const price = toPriceText(order.amount, order.currency);
  return row([code(order.id), price, order.status, String(order.attempts), escape(order.receipt ?? ''), created]);
}

function paymentRow(payment: Payment): string {
  const price = toPriceText(payment.amount, payment.currency);
  const status = payment.failure ? `${payment.status} (${payment.failure.reason})` : payment.status;
  return row([code(payment.id), code(payment.orderId), price, payment.method.kind, escape(status), bankForm(payment)]);
}

/** Lets a person play the bank that answers late. */
function bankForm({ id, status }: Payment): string {
  if (status !== 'created' && status !== 'failed') return '';
  return `<form method="post" action="/_sandbox/payments/${id}/complete"><button>Let it succeed</button></form>`;
}

const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const code = (text: string) => `<code>${escape(text)}</code>`;

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
