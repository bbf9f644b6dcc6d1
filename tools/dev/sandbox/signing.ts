import { createHmac } from 'node:crypto';

/** Lower-case hex of HMAC-SHA256, the form of both of Razorpay's signatures. */
function sign(message: string, secret: string): string {
  return createHmac('sha256', secret).update(message).digest('hex');
}

export type SignedPayment = {
  razorpay_order_id: string;
  razorpay_payment_id: string;
  razorpay_signature: string;
};

/** What checkout hands to the shop after a payment, signed with the key secret. */
export function signPayment(orderId: string, paymentId: string, keySecret: string): SignedPayment {
  return {
    razorpay_order_id: orderId,
    razorpay_payment_id: paymentId,
    razorpay_signature: sign(`${orderId}|${paymentId}`, keySecret),
  };
}

/** The signature of a webhook over the bytes that are sent. */
export function signWebhook(body: string, webhookSecret: string): string {
  return sign(body, webhookSecret);
}
