import type { Page } from '@playwright/test';
import { fillSignIn, newPerson, signIn, type Account } from './support/accounts.ts';
import type { Mail } from './support/stack.ts';
import { expect, test } from './support/test.ts';

test('a new customer confirms the address by mail, and comes back in when the password is forgotten', async ({
  page,
  stack,
  browser,
}) => {
  const person = newPerson();
  const referers: (string | undefined)[] = [];
  page.on('request', (request) => referers.push(request.headers()['referer']));

  await test.step('they register, and are asked to confirm their address', async () => {
    await register(page, person);
    await expect(page.getByRole('heading', { name: 'My sessions' })).toBeVisible();
    await expect(page.getByText(`We sent a link to ${person.email}.`)).toBeVisible();
  });

  await test.step('the link of the mail confirms it by a press, and a welcome comes', async () => {
    await page.goto(linkIn(await stack.mail(person.email, 'Confirm your email address')));
    await page.waitForURL(`${stack.webUrl}/verify-email`);
    await page.reload();
    await page.getByRole('button', { name: 'Confirm this address' }).click();
    await expect(page.getByText('Your address is confirmed')).toBeVisible();
    expect(page.url()).toBe(`${stack.webUrl}/verify-email`);
    await page.getByRole('link', { name: 'Go to my sessions' }).click();
    await expect(page.getByRole('heading', { name: 'My sessions' })).toBeVisible();
    await expect(page.getByText('We sent a link')).toHaveCount(0);
    await stack.mail(person.email, 'Welcome to');
  });

  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, person);
  await elsewhere.goto('/dashboard');
  await expect(elsewhere.getByRole('heading', { name: 'My sessions' })).toBeVisible();

  await test.step('they forget the password, and choose another by mail', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('Email address').fill(person.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByText('Check your inbox')).toBeVisible();
    await page.goto(linkIn(await stack.mail(person.email, 'Choose a new password')));
    await page.getByLabel('New password').fill('quite another password');
    await page.getByRole('button', { name: 'Save new password' }).click();
  });

  await test.step('they sign in with it, and every earlier sign-in has ended', async () => {
    await expect(page.getByText('Your password was changed')).toBeVisible();
    await expect(page.getByLabel('Email address')).toHaveValue(person.email);
    await fillSignIn(page, { email: person.email, password: 'quite another password' });
    await expect(page.getByRole('heading', { name: 'My sessions' })).toBeVisible();
    await elsewhere.reload();
    await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await elsewhere.context().close();
  });

  // Pages say which site they are of, and not at which address: it may hold a secret.
  expect(referers).toContain(`${stack.webUrl}/`);
  expect(referers.filter((referer) => referer?.includes('token='))).toEqual([]);
});

async function register(page: Page, { name, email, password }: Account): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click();
}

/** The link with a secret that a mail asks its reader to follow. */
function linkIn({ text }: Mail): string {
  const link = /https?:\/\/\S+#token=\S+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`The mail has no link: ${text}`);
  return link;
}
