import { registerCustomer } from './support/accounts.ts';
import { book } from './support/bookings.ts';
import { paymentsOf, refundsOf } from './support/gateway.ts';
import { openCheckout } from './support/paying.ts';
import { freeSlot } from './support/slots.ts';
import { expect, testOnOwnStack } from './support/test.ts';

const test = testOnOwnStack();
test.describe.configure({ mode: 'serial' });

const holdOver = '+11m';
const nextHoldOver = '+22m';

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

  await expect(dialog.root.getByRole('alert')).toContainText('Your payment came after the hold ended');
  await expect(dialog.root.getByRole('alert')).toContainText('Your full refund of ₹1,500 has started');
  await expect.poll(() => refundsOf(stack, customer)).toMatchObject([{ amount: 150_000, status: 'processed' }]);
  expect(await paymentsOf(stack, customer)).toMatchObject([{ status: 'refunded' }]);
  expect((await stack.mail(customer.email, 'full refund')).text).toContain('1,500');
  await dialog.root.getByRole('button', { name: 'Book another time' }).click();
  await dialog.expectStep('select-time');
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

/** The offset of the clock at which an instant is a day away, less half a minute. */
function aDayBefore(instant: string): string {
  const seconds = Math.round((Date.parse(instant) - Date.now()) / 1000);
  return `+${seconds - 24 * 60 * 60 + 30}s`;
}
