import { describe, expect, it } from 'vitest';
import { emailSchema, phoneSchema } from '../contracts/auth.ts';

describe('an email address', () => {
  it.each([
    ['q#1%x@example.com', 'q#1%x@example.com'],
    ["{d'arcy}|^`@example.com", "{d'arcy}|^`@example.com"],
    ['first.last+tag$?*@sub.example.co.in', 'first.last+tag$?*@sub.example.co.in'],
    [' Asha.Rao@Example.COM ', 'asha.rao@example.com'],
    ['asha@मेल.भारत', 'asha@xn--r2bi6d.xn--h2brj9c'],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['asha@xn--bcher-kva.example', 'asha@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('is %s', (typed, kept) => {
    expect(emailSchema.parse(typed)).toBe(kept);
  });

  it.each([
    'asha',
    'asha@',
    '@example.com',
    'asha@example',
    'asha@localhost',
    'asha@example..com',
    'asha@-example.com',
    'asha@127.0.0.1',
    'asha@[127.0.0.1]',
    'asha rao@example.com',
    'asha@exam ple.com',
    'a@b@example.com',
    'a,b@example.com',
    '"asha"@example.com',
    'asha@example.com\r\nBcc: all@example.com',
    'asha@example.com\u0000',
    'asha@example.com,ravi@example.com',
    'Asha <asha@example.com>',
    '\u212Aavya@example.com',
    'आशा@example.com',
    'asha@example.com/x',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.com`,
  ])('is not %j', (typed) => {
    const { error } = emailSchema.safeParse(typed);

    expect(error?.issues.map(({ message }) => message)).toEqual(['Enter an email address like name@example.com']);
  });
});

describe('a phone number', () => {
  it.each(['9876543210', '+0123456789', '+91 98765 43210', '+1234567890123456', '+١٢٣٤٥٦٧٨٩', '+919876543210\n', ''])(
    'is told how to be when it is %j',
    (typed) => {
      const { error } = phoneSchema.safeParse(typed);

      expect(error?.issues.map(({ message }) => message)).toEqual(['Enter a phone number like +919876543210']);
    },
  );
});
