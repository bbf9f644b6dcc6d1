import { validatePaymentVerification, validateWebhookSignature } from 'razorpay/dist/utils/razorpay-utils.js';
import { describe, expect, it } from 'vitest';
import { signPayment, signWebhook } from './signing.ts';

describe('checkout signature (vectors of the SDK’s tests and own ones)', () => {
  it.each([
    [
      'order_IEIaMR65cu6nz3',
      'pay_IH4NVgf4Dreq1l',
      'EnLs21M47BllR3X8PSFtjtbd',
      '0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f',
    ],
    [
      'order_SbxLocal000001',
      'pay_SbxLocal000001',
      'sandbox_key_secret_01',
      '8e9652b5b8001fae420c596657cccfa6a4eb6ebf10569c44230a3e70c5b7c7fb',
    ],
  ])('of %s and %s', (orderId, paymentId, secret, signature) => {
    const signed = signPayment(orderId, paymentId, secret);

    expect(signed.razorpay_signature).toBe(signature);
    expect(validatePaymentVerification({ order_id: orderId, payment_id: paymentId }, signature, secret)).toBe(true);
  });

  it('is another one when order and payment are swapped', () => {
    const { razorpay_signature: signature } = signPayment(
      'pay_SbxLocal000001',
      'order_SbxLocal000001',
      'sandbox_key_secret_01',
    );

    expect(signature).toBe('5e6c168fddc44b300108d7d21d45230baa5030e3c0360b59e0ca84b8ce48542a');
  });
});

describe('webhook signature (vectors of the SDK’s tests)', () => {
  it.each([
    ['{"a":1,"b":2,"c":{"d":3}}', '2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc'],
    ['{"a": 1, "b": 2, "c": {"d": 3}}', '57f94903947dc007141c0817e7b2cd5ee0e17f17b966eed8a0cc85a3c0b888d5'],
  ])('of %s', (body, signature) => {
    expect(signWebhook(body, '123456')).toBe(signature);
    expect(validateWebhookSignature(body, signature, '123456')).toBe(true);
    expect(validateWebhookSignature(body, signature.toUpperCase(), '123456')).toBe(false);
  });
});
