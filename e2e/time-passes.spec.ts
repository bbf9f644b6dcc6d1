import { readFile } from 'node:fs/promises';
import { endpoints } from '@serene/shared/contracts';
import { extractText, getDocumentProxy } from 'unpdf';
import { demo, registerCustomer, signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { book, holdWithoutCheckout } from './support/bookings.ts';
import { Checkout } from './support/checkout.ts';
import { paymentsOf, refundsOf } from './support/gateway.ts';
import { openCheckout } from './support/paying.ts';
import { freeSlot } from './support/slots.ts';
import type { Stack } from './support/stack.ts';
import { expect, testOnOwnStack } from './support/test.ts';

const test = testOnOwnStack();
test.describe.configure({ mode: 'serial' });

const holdOver = '+11m';
const nextHoldOver = '+22m';
const thirdHoldOver = '+33m';

test('a payment after the end of the hold books a slot that is still free (M4)', async ({ page, stack }) => {
  const { checkout } = await openCheckout(page, stack, await freeSlot(stack, 'dr-sarah-khan'));

  await stack.moveClock(holdOver);
  await checkout.payByUpi('success@razorpay');

  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
});

test('a payment after somebody else booked the slot goes back in full, and says so (M5)', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'dr-sarah-khan');
  const faster = await registerCustomer(stack);
  const { customer, dialog, checkout } = await openCheckout(page, stack, slot);

  await stack.moveClock(nextHoldOver);
  await book(stack, faster, slot);
  await checkout.payByUpi('success@razorpay');

  await expect(dialog.root.getByRole('alert')).toContainText('Your payment arrived after the hold ended');
  await expect(dialog.root.getByRole('alert')).toContainText('Your full refund of ₹1,500 has started');
  await expect.poll(() => refundsOf(stack, customer)).toMatchObject([{ amount: 150_000, status: 'processed' }]);
  expect(await paymentsOf(stack, customer)).toMatchObject([{ status: 'refunded' }]);
  expect((await stack.mail(customer.email, 'full refund')).text).toContain('1,500');
  await dialog.root.getByRole('button', { name: 'Book another time' }).click();
  await dialog.expectStep('select-time');
});

test('a hold that lapsed is held again from the page of its booking, and paid (B5)', async ({ page, stack }) => {
  const customer = await signInNewCustomer(page, stack);
  const slot = await freeSlot(stack, 'dr-sarah-khan', { offer: 'Focused session', daysAhead: 3 });
  const { id } = await holdWithoutCheckout(stack, customer, slot);
  await page.goto(`/booking/confirmation?bookingId=${id}`);
  await expect(page.getByRole('heading', { name: 'Your time is held' })).toBeVisible();

  await stack.moveClock(thirdHoldOver);

  // Without a reload: the page looks at the booking while it can be paid.
  await expect(page.getByRole('heading', { name: 'Your hold has ended' })).toBeVisible();
  await page.getByRole('button', { name: 'Hold it again' }).click();
  await expect(page.getByRole('heading', { name: 'Pay for your session with Dr. Sarah Khan' })).toBeFocused();
  await page.getByRole('button', { name: 'Proceed to Pay' }).click();
  await new Checkout(page).payByUpi('success@razorpay');
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeFocused();
  expect(new URL(page.url()).searchParams.get('sessionId')).not.toBe(id);
  expect(await paymentsOf(stack, customer)).toMatchObject([{ status: 'captured', amount: 120_000 }]);
});

test('a reminder goes out once, a day ahead, also when the API is killed around it (E1)', async ({ stack }) => {
  test.slow();
  const [first, second] = [await registerCustomer(stack), await registerCustomer(stack)];
  const early = await book(stack, first, await freeSlot(stack, 'dr-sarah-khan', { daysAhead: 3 }));
  const late = await book(stack, second, await freeSlot(stack, 'dr-sarah-khan', { daysAhead: 4 }));
  const subject = 'Reminder: Your session with Dr. Sarah Khan is tomorrow';

  await stack.moveClock(aDayBefore(early.startsAt));
  await stack.crashApi();
  await stack.mail(first.email, subject);
  await stack.crashApi();
  await stack.moveClock(aDayBefore(late.startsAt));
  // When the second reminder is there, later scans have met the first session again.
  await stack.mail(second.email, subject);

  for (const { email } of [first, second]) {
    const reminders = (await stack.mails(email)).filter((mail) => mail.subject.startsWith('Reminder'));
    expect(reminders.map((mail) => mail.subject)).toEqual([subject]);
  }
});

test.describe('in New York', () => {
  test.use({ timezoneId: 'America/New_York', locale: 'en-US' });

  test('the hour that comes twice is told apart from picker to receipt (S6)', async ({ page, stack }) => {
    const { date, firstHalfPastOne } = nextRepeatedHour();
    await stack.moveClock(`+${Math.round((firstHalfPastOne - Date.now()) / 86_400_000) - 20}d`);
    await workAllSunday(stack, 'elena.rivera@example.com');
    const customer = await signInNewCustomer(page, stack, 'America/New_York');
    const dialog = new BookingDialog(page);
    const checkout = new Checkout(page);
    const first = '1:30 am GMT-4 to 1:00 am GMT-5, Eastern Time, available';

    await page.goto(`/experts/dr-elena-rivera?book=1&step=select-time&date=${date}&duration=30`);
    await expect(dialog.root.getByRole('radio', { name: /^1:30 am/ })).toHaveCount(2);
    await expect(
      dialog.root.getByRole('radio', { name: '1:30 am GMT-5 to 2:00 am, Eastern Time, available' }),
    ).toBeVisible();
    await dialog.root.getByRole('radio', { name: first }).click();
    await dialog.next();
    await dialog.expectStep('confirm');
    await expect(dialog.root).toContainText('1:30 am GMT-4 – 1:00 am GMT-5');
    await dialog.pay();
    await checkout.payByUpi('success@razorpay');

    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Your booking' })).toContainText('1:30 am GMT-4 – 1:00 am GMT-5');
    const { text, attachments } = await stack.mail(customer.email, 'confirmed');
    expect(text).toContain('1:30 AM EDT – 1:00 AM EST, Eastern Time (America/New_York)');
    expect(attachments[0]?.content).toContain(`DTSTART:${compact(firstHalfPastOne)}`);
    const receipt = page.getByRole('button', { name: 'Download receipt' });
    const [download] = await Promise.all([page.waitForEvent('download'), receipt.click()]);
    expect(await pdfText(await download.path())).toContain('01:30 GMT-4 (America/New_York)');
    await page.getByRole('link', { name: 'Go to dashboard' }).click();
    await expect(page.getByRole('article')).toContainText('1:30 am GMT-4 – 1:00 am GMT-5');
  });
});

/** The clocks of New York go back at 06:00 UTC of the first Sunday of November; 20 days before are kept free. */
function nextRepeatedHour(): { date: string; firstHalfPastOne: number } {
  const now = new Date();
  const dayOfYear = (year: number) => {
    const first = new Date(Date.UTC(year, 10, 1));
    return Date.UTC(year, 10, 1 + ((7 - first.getUTCDay()) % 7), 5, 30);
  };
  const thisYear = dayOfYear(now.getUTCFullYear());
  const soonest = now.getTime() + 21 * 86_400_000;
  const instant = thisYear > soonest ? thisYear : dayOfYear(now.getUTCFullYear() + 1);
  return { date: new Date(instant).toISOString().slice(0, 10), firstHalfPastOne: instant };
}

/** `20271107T053000Z` */
function compact(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

async function workAllSunday({ apiUrl }: Stack, email: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const signIn = await fetch(`${apiUrl}/auth/login`, { method: 'POST', headers, body: JSON.stringify(demo(email)) });
  const { accessToken } = endpoints['POST /auth/login'].responses[200].parse(await signIn.json());
  const weekday = { start: '08:00', end: '16:00', enabled: true };
  const workingHours = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [day, weekday]));
  const response = await fetch(`${apiUrl}/experts/availability`, {
    method: 'PUT',
    headers: { ...headers, Authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({
      workingHours: { ...workingHours, 0: { start: '00:00', end: '24:00', enabled: true } },
      breakTimes: [],
      slotDuration: 30,
    }),
  });
  expect(response.status).toBe(200);
}

async function pdfText(path: string): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(path))), {
    mergePages: true,
  });
  return text.replaceAll(/\s+/g, ' ');
}

/** The offset of the clock at which an instant is a day away, less half a minute. */
function aDayBefore(instant: string): string {
  const seconds = Math.round((Date.parse(instant) - Date.now()) / 1000);
  return `+${seconds - 24 * 60 * 60 + 30}s`;
}
