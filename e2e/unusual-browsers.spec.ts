import type { Page } from '@playwright/test';
import { fillSignIn, newPerson, registerCustomer, signIn, type SignedIn } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { type FreeSlot, freeSlot, shownTime } from './support/slots.ts';
import { expect, test } from './support/test.ts';

// Free of charge: what is on trial here is what the browser tells the page, not the payment.
const expert = { slug: 'priya-iyer', wish: { duration: 30 } } as const;
const dayMs = 86_400_000;
const twoDays = 2 * dayMs;

test('a browser that cannot name its time zone books in UTC, and says so', async ({ playwright, stack }) => {
  const slot = await freeSlot(stack, expert.slug, expert.wish);
  const visitor = newPerson();
  const { launchOptions } = test.info().project.use;
  const env = { ...process.env, TZ: 'Nowhere/Zone' };
  const browser = await playwright.chromium.launch({ ...launchOptions, env });
  const page = await browser.newPage({
    baseURL: stack.webUrl,
    locale: 'en-IN',
    serviceWorkers: 'block',
    timezoneId: '',
  });
  const dialog = new BookingDialog(page);
  const [day = '', time = ''] = slot.startsAt.split(/T|:00\./);

  await open(dialog);
  await expect(dialog.root).toContainText(
    "We don't know your time zone, so times are shown in Coordinated Universal Time",
  );
  await dialog.chooseDay(day);
  await dialog.next();
  await dialog.chooseTime(time);
  await dialog.next();
  await expect(dialog.root).toContainText("For Priya Iyer, it's");
  await dialog.root.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Create account' }).click();
  await page.getByLabel('Full name').fill(visitor.name);
  await page.getByLabel(/^E-?mail address/).fill(visitor.email);
  await page.getByLabel('Password', { exact: true }).fill(visitor.password);
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click();
  await confirm(page, dialog);

  await expect(page.getByRole('region', { name: 'Your booking' })).toContainText(/UTC/);
  expect((await stack.mail(visitor.email, 'confirmed')).text).toContain('Coordinated Universal Time (UTC)');
  await browser.close();
});

for (const [state, script] of [
  ['is blocked', blockStorage],
  ['is full', fillStorage],
] as const) {
  test(`a browser whose storage ${state} books, and stays signed in`, async ({ page, stack }) => {
    const slot = await freeSlot(stack, expert.slug, expert.wish);
    const customer = await registerCustomer(stack);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(script);
    const dialog = new BookingDialog(page);

    await page.goto('/login');
    await fillSignIn(page, customer);
    await expect(page.getByRole('heading', { name: 'My sessions' })).toBeVisible();
    await choose(dialog, slot);
    await confirm(page, dialog);

    await expect(page.getByRole('region', { name: 'Your booking' })).toContainText(
      shownTime(slot.time).replace(/ [ap]m$/, ''),
    );
    await expectBooked(page, customer, slot);
    expect(errors).toEqual([]);
  });
}

for (const [direction, shift] of [
  ['ahead', twoDays],
  ['behind', -twoDays],
] as const) {
  test(`a device whose clock is two days ${direction} books the day that the server offers`, async ({
    page,
    stack,
  }) => {
    const slot = await freeSlot(stack, expert.slug, expert.wish);
    const customer = await registerCustomer(stack);
    await signIn(page, customer);
    await page.clock.install({ time: Date.now() + shift });
    const dialog = new BookingDialog(page);

    await choose(dialog, slot);
    await confirm(page, dialog);

    await expectBooked(page, customer, slot);
    await page.getByRole('link', { name: 'Go to dashboard' }).click();
    // By the server's clock, to the day: by the device's it would be two days more, or less.
    const days = Math.round((Date.parse(slot.startsAt) - Date.now()) / dayMs);
    const near = [days - 1, days, days + 1].join('|');
    await expect(page.getByText(new RegExp(`^Next session, in (${near}) days?$`))).toBeVisible();
  });
}

/** With the only length that this expert offers. */
async function open({ page }: BookingDialog): Promise<void> {
  await page.goto(`/experts/${expert.slug}?book=1&step=select-date&duration=${expert.wish.duration}`);
}

async function choose(dialog: BookingDialog, slot: FreeSlot): Promise<void> {
  await open(dialog);
  await dialog.chooseDay(slot.date);
  await dialog.next();
  await dialog.chooseTime(slot.time);
  await dialog.next();
}

async function confirm(page: Page, dialog: BookingDialog): Promise<void> {
  await dialog.root.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
}

async function expectBooked(page: Page, { token }: SignedIn, { startsAt }: FreeSlot): Promise<void> {
  const response = await page.request.get('/api/v1/sessions', { headers: { Authorization: `Bearer ${token}` } });
  expect(await response.json()).toMatchObject({ sessions: [{ startsAt, status: 'confirmed' }] });
}

/** As "block all cookies" does: the mere look at any of them throws. */
function blockStorage(): void {
  const refuse = (of: object, name: string) =>
    Object.defineProperty(of, name, {
      get() {
        throw new DOMException(`Access to '${name}' is denied for this document.`, 'SecurityError');
      },
    });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel'])
    refuse(window, name);
  for (const name of ['locks', 'serviceWorker']) refuse(navigator, name);
}

function fillStorage(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
}
