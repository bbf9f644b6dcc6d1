import { faults, fieldText, rawText, type FieldErrors } from '../../lib/forms/field-errors.ts';
import { isPhone, readPhone } from '../../lib/forms/phone.ts';
import type { Registration } from './api/register.ts';
import { isShortPassword } from './short-password.ts';
import { words } from './words.ts';

/** What a browser tells of a person without asking them. */
type Surroundings = Pick<Registration, 'timezone' | 'locale'>;

/** Reads the form; a phone number that was left empty is left out. */
export function readRegistration(form: FormData, surroundings: Surroundings): Registration {
  const phone = readPhone(form);
  return {
    name: fieldText(form, 'name'),
    email: fieldText(form, 'email'),
    // A password may begin or end with a space.
    password: rawText(form, 'password'),
    ...(phone === '' ? {} : { phone }),
    ...surroundings,
  };
}

/** The faults that can be told without the server; the limits are those of the contract. */
export function checkRegistration({ name, email, password, phone }: Registration): FieldErrors {
  return faults({
    name: name === '' && words.enterName,
    email: !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && words.enterEmail,
    password: isShortPassword(password) && words.shortPassword,
    phone: phone !== undefined && !isPhone(phone) && words.enterPhone,
  });
}
