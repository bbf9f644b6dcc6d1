import type { Stack } from './stack.ts';

type GatewayPayment = { id: string; order_id: string; amount: number; currency: string; status: string; email: string };
type GatewayRefund = { id: string; payment_id: string; amount: number; status: string };
type GatewayState = { payments: GatewayPayment[]; refunds: GatewayRefund[] };

/** Everything the gateway knows of the payments of one person, by the email address the checkout was given. */
export async function paymentsOf(stack: Stack, { email }: { email: string }): Promise<GatewayPayment[]> {
  return (await gatewayState(stack)).payments.filter((payment) => payment.email === email);
}

/** The refunds of those payments. */
export async function refundsOf(stack: Stack, person: { email: string }): Promise<GatewayRefund[]> {
  const payments = await paymentsOf(stack, person);
  const { refunds } = await gatewayState(stack);
  return refunds.filter((refund) => payments.some((payment) => payment.id === refund.payment_id));
}

/** A customer's payment of an order, without a browser; gives what the checkout would report. */
export async function payOrder(stack: Stack, orderId: string): Promise<unknown> {
  return control(stack, `/orders/${orderId}/pay`, { outcome: 'captured' });
}

/** The bank's late approval of a payment that it had not answered. */
export async function approve(stack: Stack, paymentId: string): Promise<void> {
  await control(stack, `/payments/${paymentId}/complete`, { outcome: 'approved' });
}

async function gatewayState(stack: Stack): Promise<GatewayState> {
  const response = await fetch(`${stack.sandboxUrl}/_sandbox/state`);
  return response.json();
}

async function control(stack: Stack, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${stack.sandboxUrl}/_sandbox${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${path} at the sandbox: ${response.status} ${await response.text()}`);
  return response.json();
}
