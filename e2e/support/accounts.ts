import { randomUUID } from 'node:crypto';
import { endpoints } from '@serene/shared/contracts';
import type { Page } from '@playwright/test';
import type { Stack } from './stack.ts';

export type Credentials = { email: string; password: string };
export type Account = Credentials & { name: string };

/** An account with the token that a program shows to the API. */
export type SignedIn = Account & { token: string };

/** The zone of the browsers here, and so of everybody who registers. */
export const viewerZone = 'Asia/Kolkata';

/** How a person of the demo data signs in. */
export const demo = (email: string): Credentials => ({ email, password: 'serene-demo-2026' });

/** Somebody with a name and an address that nobody else has, and no account yet. */
export function newPerson(): Account {
  // Letters alone: seven digits in a row look like a telephone number, which emails take apart so that nothing links it.
  const id = randomUUID()
    .slice(0, 8)
    .replaceAll(/\d/g, (digit) => String.fromCharCode('g'.charCodeAt(0) + Number(digit)));
  return { name: `Kavya Rao ${id}`, email: `kavya.${id}@example.com`, password: 'a long enough password' };
}

/** A customer with an account, made through the API. */
export async function registerCustomer(stack: Pick<Stack, 'apiUrl'>, timezone = viewerZone): Promise<SignedIn> {
  const person = newPerson();
  const response = await fetch(`${stack.apiUrl}/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...person, timezone }),
  });
  const { accessToken } = endpoints['POST /auth/register'].responses[201].parse(await response.json());
  return { ...person, token: accessToken };
}

/** Fills in the sign-in form, wherever the page came to it from. */
export async function fillSignIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

/**
 * Signs a browser in without its form, before its first page: it gets the cookie and the mark that the app leaves
 * after a sign-in.
 */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  const response = await page.context().request.post('/api/v1/auth/login', { data: { email, password } });
  endpoints['POST /auth/login'].responses[200].parse(await response.json());
  await page.addInitScript(() => localStorage.setItem('serene.signed-in', '1'));
}

/** A browser with a customer of its own, signed in. */
export async function signInNewCustomer(
  page: Page,
  stack: Pick<Stack, 'apiUrl'>,
  timezone = viewerZone,
): Promise<SignedIn> {
  const customer = await registerCustomer(stack, timezone);
  await signIn(page, customer);
  return customer;
}
