import { describe, expect, it } from 'vitest';
import { checkRegistration, readRegistration } from './registration.ts';
import { words } from './words.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const inIndia = { timezone: 'Asia/Kolkata', locale: 'en-IN' };
const filled = { name: ' Asha Rao ', email: 'asha@example.com', password: ' a long secret ', phone: '' };

describe('a registration', () => {
  it('is read as typed, without stray spaces outside the password', () => {
    expect(readRegistration(form(filled), inIndia)).toEqual({
      name: 'Asha Rao',
      email: 'asha@example.com',
      password: ' a long secret ',
      ...inIndia,
    });
  });

  it('takes a phone number with the separators people use', () => {
    const { phone } = readRegistration(form({ ...filled, phone: '+91 98765-43210' }), inIndia);

    expect(phone).toBe('+919876543210');
  });

  it('is faultless when filled', () => {
    expect(checkRegistration(readRegistration(form(filled), inIndia))).toEqual({});
  });

  it('lists every fault at once', () => {
    const empty = readRegistration(form({ name: ' ', email: 'asha', password: 'short', phone: '98765' }), inIndia);

    expect(checkRegistration(empty)).toEqual({
      name: words.enterName,
      email: words.enterEmail,
      password: words.shortPassword,
      phone: words.enterPhone,
    });
  });
});
