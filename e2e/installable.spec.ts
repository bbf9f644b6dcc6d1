import type { Page } from '@playwright/test';
import { signInNewCustomer } from './support/accounts.ts';
import { book } from './support/bookings.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

// Elsewhere, a worker would hide requests from the tests.
test.use({ serviceWorkers: 'allow' });

test('the app can be installed', async ({ page }) => {
  await page.goto('/');
  await untilWorkerIsActive(page);

  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // Windows of tests are private ones, from which a browser with windows installs nothing; that apart, nothing is missing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { data = '{}', errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const icons = [192, 512].map((size) => ({ src: `/icons/icon-${size}.png`, sizes: `${size}x${size}` }));
  expect(JSON.parse(data)).toMatchObject({
    name: 'Serene Wellbeing',
    display: 'standalone',
    start_url: '/',
    icons: expect.arrayContaining(icons.map((icon) => expect.objectContaining(icon))),
  });
  for (const { src } of icons) expect((await page.request.get(src)).headers()['content-type']).toBe('image/png');
});

test('the sessions of before can be read without a connection, after a reload as well', async ({ page, stack }) => {
  const customer = await signInNewCustomer(page, stack);
  const session = await book(stack, customer, await freeSlot(stack, 'arjun-mehta'));
  await page.goto('/dashboard');
  const card = page.getByRole('main').getByText(session.expert.name);
  await expect(card).toBeVisible();
  await untilWorkerIsActive(page);
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain(session.id);

  await loseConnection(page);
  await page.reload();

  await expect(card).toBeVisible();
  await expect(page.getByText(/^You're offline. This page is from /)).toBeVisible();
  await regainConnection(page);
  await expect(page.getByText(/^You're offline/)).toBeHidden();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(session.id);
});

/** It has kept the files of the app by then, which takes a while on a busy machine. */
async function untilWorkerIsActive(page: Page): Promise<void> {
  const state = () => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await expect.poll(state, { timeout: 30_000 }).toBe('activated');
}

/** The emulation forgets on a reload to tell the page that there is no connection, so the page is told here. */
async function loseConnection(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
  await page.context().setOffline(true);
}

async function regainConnection(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}
