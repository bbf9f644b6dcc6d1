import { demo, registerCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { hold } from './support/bookings.ts';
import { paymentsOf, refundsOf } from './support/gateway.ts';
import { bookInBrowser, inAnotherBrowser, SessionPage } from './support/session-page.ts';
import { freeSlot, freeSlots, shownTime } from './support/slots.ts';
import { expect, test, testOnBothScreens } from './support/test.ts';

testOnBothScreens(
  'a customer cancels in time: the page names the refund, the gateway makes it, both get a mail (L2)',
  async ({ page, stack }) => {
    const slot = await freeSlot(stack, 'dr-sarah-khan', { daysAhead: 4 });
    const { customer, session } = await bookInBrowser(page, stack, slot);

    await session.press('Cancel session');
    await expect(session.question.getByRole('button', { name: 'Keep session' })).toBeFocused();
    await expect(session.question).toContainText('You get the full ₹1,500 back to your UPI account');
    await session.question.getByLabel('Reason (optional)').fill('I am ill.');
    await session.answer('Cancel and refund');

    await expect(session.notice).toContainText('Your refund of ₹1,500 has started');
    await expect(session.notice).toBeFocused();
    await expect.poll(() => refundsOf(stack, customer)).toMatchObject([{ amount: 150_000, status: 'processed' }]);
    // Without a reload: the page looks at the money until it has gone through.
    await expect(session.payment).toContainText('₹1,500 refunded', { timeout: 30_000 });
    await stack.mail(customer.email, 'Your session with Dr. Sarah Khan is cancelled');
    expect((await stack.mail('expert@example.com', `${customer.name} cancelled`)).text).toContain('I am ill.');
    await stack.mail(customer.email, 'Refunded');
    // The time is free again.
    await expect(hold(stack, await registerCustomer(stack), slot)).resolves.toHaveProperty('orderId');
  },
);

test('invoice and credit note of a cancelled session are PDF files', async ({ page, stack }) => {
  const { session } = await bookInBrowser(page, stack, await freeSlot(stack, 'arjun-mehta', { daysAhead: 4 }));
  const reference = await page.getByText(/^SW-[A-Z0-9]+$/).innerText();
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), session.press(name)]);
    return file.suggestedFilename();
  };

  expect(await download('Download receipt')).toBe(`receipt-${reference}.pdf`);
  await session.press('Cancel session');
  await session.answer('Cancel and refund');
  await expect(session.payment).toContainText('₹2,000 refunded', { timeout: 30_000 });

  expect(await download('Download credit note')).toBe(`credit-note-${reference}.pdf`);
});

test('a customer moves a session: nothing is paid, and the old time is free for others (L3)', async ({
  page,
  stack,
}) => {
  const [slot, , , , , other] = await freeSlots(stack, 'dr-sarah-khan', { daysAhead: 6 });
  if (slot === undefined || other === undefined) throw new Error('The day has too few free times.');
  const { customer, session } = await bookInBrowser(page, stack, slot);

  await session.moveTo(other);

  await expect(session.notice).toContainText(`${shownTime(other.time)} IST`);
  await expect(session.notice).toContainText('We told Dr. Sarah Khan and sent you a new calendar file.');
  expect(await paymentsOf(stack, customer)).toMatchObject([{ status: 'captured', amount: 150_000 }]);
  expect(await refundsOf(stack, customer)).toEqual([]);
  await stack.mail(customer.email, 'Your session with Dr. Sarah Khan is moved');
  const stranger = await registerCustomer(stack);
  await expect(hold(stack, stranger, other)).rejects.toThrow('SLOT_TAKEN');
  await expect(hold(stack, stranger, slot)).resolves.toHaveProperty('orderId');
});

test('a time that somebody takes meanwhile is not moved to, and the page says so (L3)', async ({ page, stack }) => {
  const [slot, , , , , other] = await freeSlots(stack, 'maya-shrestha', { daysAhead: 6 });
  if (slot === undefined || other === undefined) throw new Error('The day has too few free times.');
  const { session } = await bookInBrowser(page, stack, slot);

  await session.press('Reschedule');
  const dialog = session.moveDialog;
  const next = dialog.getByRole('button', { name: 'Next', exact: true });
  const radio = dialog.getByRole('radio', { name: new RegExp(`^${shownTime(other.time)} to `) });
  await next.click();
  await radio.click();
  await next.click();
  await hold(stack, await registerCustomer(stack), other);
  await dialog.getByRole('button', { name: 'Move session' }).click();

  await expect(dialog.getByRole('alert')).toContainText('That time was just booked');
  await expect(radio).toBeDisabled();
});

test('an expert accepts a request, and both know', async ({ page, stack, browser }) => {
  const slot = await freeSlot(stack, 'neha-kapoor', { daysAhead: 4 });
  const { customer, sessionId } = await bookInBrowser(page, stack, slot);
  await expect(page.getByRole('main')).toContainText('Request sent');
  await expect(page.getByRole('main')).toContainText('Neha Kapoor answers by');

  const expert = await inAnotherBrowser(browser, demo('neha.kapoor@example.com'));
  await expert.goto('/expert/dashboard');
  const request = expert.getByRole('region', { name: /^Requests/ }).getByRole('article');
  await request.filter({ hasText: customer.name }).getByRole('button', { name: 'Accept' }).click();

  await expect(new SessionPage(expert).notice).toContainText('Request accepted');
  await stack.mail(customer.email, 'confirmed');
  await new SessionPage(page).open(sessionId);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
});

test('an expert declines a request, and everything is refunded (L4)', async ({ page, stack, browser }) => {
  const slot = await freeSlot(stack, 'neha-kapoor', { daysAhead: 6 });
  const { customer, sessionId, session } = await bookInBrowser(page, stack, slot);

  const expert = await inAnotherBrowser(browser, demo('neha.kapoor@example.com'));
  await expert.goto('/expert/dashboard');
  const request = expert.getByRole('article').filter({ hasText: customer.name });
  await request.getByRole('button', { name: 'Decline' }).click();
  const asked = new SessionPage(expert);
  await expect(asked.question).toContainText('gets the full ₹2,400 back');
  await asked.answer('Decline and refund');

  await expect(asked.notice).toContainText('Request declined');
  await expect.poll(() => refundsOf(stack, customer)).toMatchObject([{ amount: 240_000, status: 'processed' }]);
  await stack.mail(customer.email, 'Your request to Neha Kapoor was declined');
  await session.open(sessionId);
  await expect(page.getByRole('main')).toContainText('Neha Kapoor could not accept your request');
  await expect(session.payment).toContainText('₹2,400 refunded', { timeout: 30_000 });
  await expect(hold(stack, await registerCustomer(stack), slot)).resolves.toHaveProperty('orderId');
});

test('after paying, going back and paying again leads to the booking that exists', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'grace-nguyen', { daysAhead: 4 });
  const { session, sessionId } = await bookInBrowser(page, stack, slot);
  const dialog = new BookingDialog(page);
  await dialog.openAt('confirm', slot);

  await dialog.pay();

  await expect(dialog.root.getByRole('alert')).toContainText("You've already booked this time");
  await dialog.root.getByRole('button', { name: 'View booking' }).click();
  await expect(page).toHaveURL(new RegExp(`sessionId=${sessionId}`));
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  await session.open(sessionId);
});
