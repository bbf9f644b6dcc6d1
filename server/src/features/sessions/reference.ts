import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a reference can be read out on the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short reference such as `SW-8F3KQ2ZD`; a unique index refuses the rare second one. */
export function createReference(): string {
  return `SW-${Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')}`;
}
