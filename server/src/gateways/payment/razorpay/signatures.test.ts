import { describe, expect, it } from 'vitest';
import { isSignatureOf } from './signatures.ts';

const sdkSecret = 'EnLs21M47BllR3X8PSFtjtbd';
const orderMessage = 'order_IEIaMR65cu6nz3|pay_IH4NVgf4Dreq1l';
const orderSignature = '0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f';

describe('signature', () => {
  it.each([
    { of: 'an order', message: orderMessage, secret: sdkSecret, signature: orderSignature },
    {
      of: 'an order of the sandbox',
      message: 'order_SbxLocal000001|pay_SbxLocal000001',
      secret: 'sandbox_key_secret_01',
      signature: '8e9652b5b8001fae420c596657cccfa6a4eb6ebf10569c44230a3e70c5b7c7fb',
    },
    {
      of: 'a webhook',
      message: '{"a":1,"b":2,"c":{"d":3}}',
      secret: '123456',
      signature: '2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc',
    },
    {
      of: 'the same JSON with spaces: bytes count, not meaning',
      message: '{"a": 1, "b": 2, "c": {"d": 3}}',
      secret: '123456',
      signature: '57f94903947dc007141c0817e7b2cd5ee0e17f17b966eed8a0cc85a3c0b888d5',
    },
  ])('of $of is known', ({ message, secret, signature }) => {
    expect(isSignatureOf(message, signature, secret)).toBe(true);
    expect(isSignatureOf(Buffer.from(message), signature, secret)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a short text', 'sdfafds'],
    ['upper case', orderSignature.toUpperCase()],
    ['a cut signature', orderSignature.slice(0, 63)],
    ['a longer one', `${orderSignature}0`],
    ['a line break at its end', `${orderSignature}\n`],
    ['64 characters that are no hex', 'z'.repeat(64)],
    ['one wrong digit', `1${orderSignature.slice(1)}`],
  ])('refuses %s', (_, signature) => {
    expect(isSignatureOf(orderMessage, signature, sdkSecret)).toBe(false);
  });

  it('refuses swapped ids and another secret', () => {
    expect(isSignatureOf('pay_IH4NVgf4Dreq1l|order_IEIaMR65cu6nz3', orderSignature, sdkSecret)).toBe(false);
    expect(isSignatureOf(orderMessage, orderSignature, '123456')).toBe(false);
  });

  it('takes bytes that are no text as they are', () => {
    const signature = '7e4582eaffedfb3b92ee68c2dd623abb8d56adaf5f3948b2ccb1da870a1becc0';
    expect(isSignatureOf(Buffer.from([0x7b, 0xff, 0x7d]), signature, '123456')).toBe(true);
  });
});
