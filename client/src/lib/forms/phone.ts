import { fieldText } from './field-errors.ts';

/** A phone number as E.164 wants it, from what people type: with spaces, hyphens and brackets, and `00` for the plus. */
export function readPhone(form: FormData): string {
  return fieldText(form, 'phone')
    .replaceAll(/[\s().-]/g, '')
    .replace(/^00/, '+');
}

/** Whether it is a number with its country code; the rule is that of the contract. */
export function isPhone(phone: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(phone);
}
