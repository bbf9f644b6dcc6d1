import { AppError } from '../src/errors.ts';
import type { GatewayOrder, GatewayPayment, PaymentGateway } from '../src/gateways/payment/port.ts';

/** A gateway in this process that answers at once, so that what is measured is our own code. */
export class InstantGateway implements PaymentGateway {
  readonly provider = 'razorpay';
  readonly keyId = 'rzp_test_bench';
  readonly checkoutUrl = 'https://checkout.example.com/checkout.js';
  readonly hostedCheckoutUrl = 'https://checkout.example.com/embedded';
  private readonly orders = new Map<string, GatewayOrder>();
  private readonly payments = new Map<string, GatewayPayment>();
  private readonly paymentOfOrder = new Map<string, GatewayPayment>();

  /** What the customer does at the checkout: a captured payment on the order. @returns its id */
  pay(orderId: string): string {
    const { amountMinor, currency } = this.find(this.orders, orderId);
    const id = `pay_bench${this.payments.size}`;
    const fee = { feeMinor: 3_540, taxMinor: 540 };
    const payment: GatewayPayment = {
      id,
      orderId,
      amountMinor,
      currency,
      status: 'captured',
      refundedMinor: 0,
      method: 'upi',
      failureReason: null,
      ...fee,
    };
    this.payments.set(id, payment);
    this.paymentOfOrder.set(orderId, payment);
    return id;
  }

  async createOrder({ amountMinor, currency, receipt }: Parameters<PaymentGateway['createOrder']>[0]) {
    const order: GatewayOrder = {
      id: `order_bench${this.orders.size}`,
      amountMinor,
      currency,
      status: 'created',
      receipt,
    };
    this.orders.set(order.id, order);
    return order;
  }

  async fetchOrder(orderId: string) {
    return this.find(this.orders, orderId);
  }

  async fetchOrderPayments(orderId: string) {
    const payment = this.paymentOfOrder.get(orderId);
    return payment ? [payment] : [];
  }

  async fetchPayment(paymentId: string) {
    return this.find(this.payments, paymentId);
  }

  async capturePayment(payment: GatewayPayment) {
    return { accepted: true, payment } as const;
  }

  async refundPayment() {
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

  isCheckoutSignature() {
    return true;
  }

  isWebhookSignature() {
    return true;
  }

  private find<T>(rows: Map<string, T>, id: string): T {
    const row = rows.get(id);
    if (row === undefined) throw new AppError('NOT_FOUND', `The gateway knows no ${id}.`);
    return row;
  }
}
