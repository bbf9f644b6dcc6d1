import { z } from 'zod';

const reportSchema = z.object({
  razorpay_order_id: z.string(),
  razorpay_payment_id: z.string(),
  razorpay_signature: z.string(),
});
/** What the checkout hands to the page after a payment. */
export type CheckoutReport = z.infer<typeof reportSchema>;

const stateSchema = z.object({
  orders: z.array(z.object({ id: z.string(), receipt: z.string().nullable(), amount: z.int(), status: z.string() })),
  payments: z.array(
    z.object({
      id: z.string(),
      order_id: z.string(),
      amount: z.int(),
      amount_refunded: z.int(),
      currency: z.string(),
      status: z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']),
      captured: z.boolean(),
    }),
  ),
  refunds: z.array(
    z.object({
      id: z.string(),
      payment_id: z.string(),
      amount: z.int(),
      status: z.string(),
      receipt: z.string().nullable(),
    }),
  ),
  webhooks: z.array(z.object({ status: z.string(), dueAt: z.iso.datetime(), attempts: z.int() })),
});
/** All that the gateway knows. */
export type GatewayState = z.infer<typeof stateSchema>;

export type PayOutcome = 'captured' | 'failed' | 'authorized' | 'late';

/** The sandbox's doors for tests, used as customers, banks and bad luck would. */
export class SandboxControl {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** A customer pays an order in the checkout. */
  async pay(orderId: string, outcome: PayOutcome): Promise<CheckoutReport> {
    return reportSchema.parse(await this.ask('POST', `/orders/${orderId}/pay`, { outcome }));
  }

  /** The bank approves a payment after all. */
  async approve(paymentId: string): Promise<CheckoutReport> {
    return reportSchema.parse(await this.ask('POST', `/payments/${paymentId}/complete`, { outcome: 'approved' }));
  }

  async finishRefund(refundId: string, outcome: 'processed' | 'failed'): Promise<void> {
    await this.ask('POST', `/refunds/${refundId}/complete`, { outcome });
  }

  async addFaults(faults: object): Promise<void> {
    await this.ask('POST', '/faults', faults);
  }

  async clearFaults(): Promise<void> {
    await this.ask('DELETE', '/faults');
  }

  async state(): Promise<GatewayState> {
    return stateSchema.parse(await this.ask('GET', '/state'));
  }

  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}/_sandbox${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok)
      throw new Error(`sandbox: ${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
}
