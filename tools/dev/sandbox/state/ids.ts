import { randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const prefixes = { order: 'order_', payment: 'pay_', refund: 'rfnd_', card: 'card_', dispute: 'disp_' } as const;

export type IdKind = keyof typeof prefixes;

/** Fourteen case-sensitive alphanumerics, the body of every Razorpay id and the whole of an event id. */
export function newSuffix(): string {
  return Array.from({ length: 14 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

export function newId(kind: IdKind): string {
  return prefixes[kind] + newSuffix();
}

export function isId(kind: IdKind, text: string): boolean {
  return text.startsWith(prefixes[kind]) && /^[A-Za-z0-9]{14}$/.test(text.slice(prefixes[kind].length));
}
