import { z } from 'zod';

/** Kinds of settings. Each says in its own words what it allows. */

/** A whole number between two bounds, both included. */
export function wholeNumber(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .pipe(z.number().min(min, message).max(max, message));
}

/** A TCP port. */
export const port = () => wholeNumber(1, 65_535);

/** One of a few words. */
export function oneOf<const T extends readonly [string, ...string[]]>(...words: T) {
  return z.enum(words, { error: () => `must be one of ${words.join(', ')}` });
}

/** The address of a page or an API. */
export const webAddress = () =>
  z.url({ protocol: /^https?$/, error: 'must be a web address, like https://booking.my-company.com' });

/** Several values, parted by commas, each of which `part` allows. */
export function listOf<T extends z.ZodType<unknown, string>>(part: T) {
  return z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(part).min(1));
}
