import { AppError } from '../../server/src/errors.ts';
import { z } from 'zod';
import type {
  Checkout,
  CheckoutRequest,
  GatewayAttempt,
  GatewayEvent,
  PaymentGateway,
} from '../../server/src/gateways/payment/port.ts';

/** Events come in as the port has them. */
const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  checkoutId: z.string(),
  attemptId: z.string(),
  disputeId: z.null(),
  payload: z.unknown(),
});

/** A gateway in this process that answers at once, so that what is measured is our own code. */
export class InstantGateway implements PaymentGateway {
  readonly provider = 'razorpay';
  private readonly checkouts = new Map<string, CheckoutRequest>();
  private readonly attempts = new Map<string, GatewayAttempt>();
  private readonly attemptAt = new Map<string, GatewayAttempt>();

  /** What the customer does at the checkout: a captured attempt. @returns its id */
  pay(checkoutId: string): string {
    const { amountMinor, currency } = this.find(this.checkouts, checkoutId);
    const id = `pay_bench${this.attempts.size}`;
    const attempt: GatewayAttempt = {
      provider: this.provider,
      id,
      checkoutId,
      amountMinor,
      currency,
      status: 'captured',
      refundedMinor: 0,
      method: 'upi',
      failureReason: null,
      feeMinor: 3_540,
      taxMinor: 540,
    };
    this.attempts.set(id, attempt);
    this.attemptAt.set(checkoutId, attempt);
    return id;
  }

  async openCheckout(request: CheckoutRequest) {
    const id = `order_bench${this.checkouts.size}`;
    this.checkouts.set(id, request);
    return this.describeCheckout(id);
  }

  describeCheckout(id: string): Checkout {
    const [script, page] = ['https://checkout.example.com/checkout.js', 'https://checkout.example.com/embedded'];
    return { id, kind: 'popup', key: 'rzp_test_bench', script, page };
  }

  async fetchAttempts(checkoutId: string) {
    const attempt = this.attemptAt.get(checkoutId);
    return attempt ? [attempt] : [];
  }

  async fetchAttempt(attemptId: string) {
    return this.find(this.attempts, attemptId);
  }

  async closeCheckout() {
    return 'cannot' as const;
  }

  async capture(attempt: GatewayAttempt) {
    return { accepted: true, attempt } as const;
  }

  async refund() {
    const description = 'Nothing is refunded here.';
    return { accepted: false, kind: 'other', reason: 'not_offered', description } as const;
  }

  async fetchRefunds() {
    return [];
  }

  async fetchDispute(disputeId: string): Promise<never> {
    throw new AppError('NOT_FOUND', `The gateway knows no ${disputeId}.`);
  }

  async fetchLatestDisputes() {
    return [];
  }

  readReport() {
    return null;
  }

  readEvent(rawBody: Buffer): GatewayEvent {
    return eventSchema.parse(JSON.parse(rawBody.toString('utf8')));
  }

  subjectOf() {
    return 'payment' as const;
  }

  private find<T>(rows: Map<string, T>, id: string): T {
    const row = rows.get(id);
    if (row === undefined) throw new AppError('NOT_FOUND', `The gateway knows no ${id}.`);
    return row;
  }
}
