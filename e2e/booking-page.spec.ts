import type { Page } from '@playwright/test';
import { demo, fillSignIn, registerCustomer, signInNewCustomer } from './support/accounts.ts';
import { BookingPage } from './support/booking-page.ts';
import { holdWithoutCheckout } from './support/bookings.ts';
import { Checkout } from './support/checkout.ts';
import { paymentsOf, refundsOf } from './support/gateway.ts';
import { moveTo, press, tabTo } from './support/keyboard.ts';
import { inAnotherBrowser, SessionPage } from './support/session-page.ts';
import { freeSlot, freeSlots, shownTime } from './support/slots.ts';
import { expect, test, testOnBothScreens } from './support/test.ts';

testOnBothScreens('a free first talk is booked without a payment, and cancelled', async ({ page, stack }) => {
  const customer = await signInNewCustomer(page, stack);
  const slot = await freeSlot(stack, 'maya-shrestha', { offer: 'First talk' });

  await page.goto('/experts/maya-shrestha');
  await page.getByRole('link', { name: 'Book First talk' }).click();
  const booking = new BookingPage(page);
  await booking.expectStep('time');
  await booking.chooseTime(slot);
  await booking.expectStep('confirm');
  await page.getByRole('button', { name: 'Confirm booking' }).click();

  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeFocused();
  await expect(page).toHaveURL(/\/booking\/confirmation\?bookingId=[0-9a-f]{24}$/);
  await expect(page.getByRole('region', { name: 'Your booking' })).toContainText('First talk');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  expect(await paymentsOf(stack, customer)).toEqual([]);
  await stack.mail(customer.email, 'confirmed');

  await page.getByRole('link', { name: 'View or change the session' }).click();
  await expect(page.getByRole('heading', { name: 'First talk with Maya Shrestha' })).toBeVisible();
  const session = new SessionPage(page);
  await session.press('Cancel session');
  await session.question.getByRole('button', { name: 'Cancel session' }).click();
  await expect(session.notice).toContainText('Session cancelled');
});

testOnBothScreens(
  'a session of 45 minutes is paid, moved to a time of its length, and cancelled with its refund at the gateway',
  async ({ page, stack }) => {
    const customer = await signInNewCustomer(page, stack);
    const slots = await freeSlots(stack, 'dr-sarah-khan', { offer: 'Focused session', daysAhead: 7 });
    const [slot, other] = [slots.at(1), slots.at(-2)];
    if (slot === undefined || other === undefined) throw new Error('The day has too few free times.');
    const booking = new BookingPage(page);
    const checkout = new Checkout(page);

    await test.step('books and pays for it', async () => {
      await booking.open('dr-sarah-khan');
      await booking.chooseOffer('Focused session');
      await booking.chooseTime(slot);
      await booking.expectStep('confirm');
      await expect(page.getByRole('main')).toContainText('45 minutes');
      await expect(page.getByRole('main')).toContainText('₹1,200');
      await booking.payButton.click();
      await checkout.payByUpi('success@razorpay');
      await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeFocused();
      expect(await paymentsOf(stack, customer)).toMatchObject([{ status: 'captured', amount: 120_000 }]);
      await page.getByRole('link', { name: 'View or change the session' }).click();
      await expect(page.getByRole('heading', { name: 'Focused session with Dr. Sarah Khan' })).toBeVisible();
    });

    const session = new SessionPage(page);
    await test.step('moves it', async () => {
      await session.moveTo(other);
      await expect(session.notice).toContainText(`${shownTime(other.time)} IST`);
      expect(await refundsOf(stack, customer)).toEqual([]);
    });

    await test.step('cancels it', async () => {
      await session.press('Cancel session');
      await expect(session.question).toContainText('You get the full ₹1,200 back');
      await session.answer('Cancel and refund');
      await expect(session.notice).toContainText('Your refund of ₹1,200 has started');
      await expect.poll(() => refundsOf(stack, customer)).toMatchObject([{ amount: 120_000, status: 'processed' }]);
    });
  },
);

testOnBothScreens(
  'a pathway leads to the sign-in and back with nothing lost, and what was told reaches the expert',
  async ({ page, stack, browser }) => {
    const customer = await registerCustomer(stack);
    const slot = await freeSlot(stack, 'dr-sarah-khan', { offer: 'Step of a pathway', daysAhead: 9 });
    const booking = new BookingPage(page);
    const checkout = new Checkout(page);

    await test.step('a link shared with somebody who is signed out', async () => {
      const choice = { type: slot.sessionTypeId ?? '', step: 'details', date: slot.date, slot: slot.startsAt };
      await page.goto(`/booking/dr-sarah-khan?${new URLSearchParams(choice).toString()}`);
      await booking.expectStep('details');
      await page.getByRole('radio', { name: 'Calm at work' }).check();
      await page.getByLabel('Notes for the expert (optional)').fill('Please call me Kav.');
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await fillSignIn(page, customer);
    });

    await test.step('goes on where it was', async () => {
      await booking.expectStep('details');
      await expect(page.getByRole('radio', { name: 'Calm at work' })).toBeChecked();
      await expect(page.getByLabel('Notes for the expert (optional)')).toHaveValue('Please call me Kav.');
      expect(page.url()).not.toContain('Kav');
      await page.getByRole('button', { name: 'Continue' }).click();
      await booking.expectStep('confirm');
      await expect(page.getByRole('main')).toContainText('Calm at work');
      await booking.payButton.click();
      await checkout.payByUpi('success@razorpay');
      await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
    });

    await test.step('the expert reads it on the page of the session', async () => {
      const sessionId = new URL(page.url()).searchParams.get('sessionId') ?? '';
      const expert = await inAnotherBrowser(browser, demo('expert@example.com'));
      await expert.goto(`/sessions/${sessionId}`);
      const told = expert.getByRole('region', { name: `What ${customer.name} told you` });
      await expect(told).toContainText('Calm at work');
      await expect(told).toContainText('Please call me Kav.');
    });
  },
);

test('somebody who is signed out is asked to sign in before they choose a time of a pathway', async ({
  page,
  stack,
}) => {
  const customer = await registerCustomer(stack);
  const booking = new BookingPage(page);
  await booking.open('dr-sarah-khan');
  await booking.offer('Step of a pathway').click();

  await page.getByRole('button', { name: 'Sign in to continue' }).click();
  await fillSignIn(page, customer);

  await booking.expectStep('time');
});

testOnBothScreens(
  'the booking page is used by keyboard alone, and restored by a reload, the back button and a shared link',
  async ({ page, stack, browser }) => {
    const slot = await freeSlot(stack, 'oliver-grant', { offer: 'Focused session', daysAhead: 5 });
    await signInNewCustomer(page, stack);
    const booking = new BookingPage(page);
    const checkout = new Checkout(page);
    await booking.open('oliver-grant');

    await test.step('chooses an offer with the arrow keys', async () => {
      await tabTo(page, page.getByRole('radio', { name: /^(Single|First)/ }));
      await moveTo(page, booking.offer('Focused session'), 'ArrowDown');
      await expect(booking.offer('Focused session')).toBeChecked();
      await page.reload();
      await expect(booking.offer('Focused session')).toBeChecked();
      await tabTo(page, booking.nextButton);
      await press(page, 'Enter');
      await expect(booking.heading('time')).toBeFocused();
    });

    await test.step('chooses a day and a time with the arrow keys', async () => {
      await chooseDay(page, booking, slot.date);
      await expect(booking.time(slot.time)).toBeVisible();
      await tabTo(page, page.getByRole('radiogroup', { name: 'Available Slots' }).getByRole('radio'));
      await moveTo(page, booking.time(slot.time), 'ArrowDown');
      await expect(booking.time(slot.time)).toBeChecked();
      await page.reload();
      await expect(booking.time(slot.time)).toBeChecked();
      await tabTo(page, booking.nextButton);
      await press(page, 'Enter');
      await expect(booking.heading('confirm')).toBeFocused();
    });

    await test.step('goes back by the browser and by a tab', async () => {
      await page.reload();
      await booking.expectStep('confirm');
      await page.goBack();
      await booking.expectStep('time');
      await expect(booking.time(slot.time)).toBeChecked();
      await tabTo(page, booking.tab('Select Date & Time'));
      await press(page, 'ArrowRight');
      await expect(booking.tab('Confirm & Pay')).toBeFocused();
      await press(page, 'Enter');
      await expect(booking.heading('confirm')).toBeFocused();
    });

    await test.step('shares the link', async () => {
      const other = await (await browser.newContext()).newPage();
      await other.goto(page.url());
      await new BookingPage(other).expectStep('confirm');
      await expect(other.getByRole('main')).toContainText('Focused session');
      await expect(other.getByRole('main')).toContainText('45 minutes');
    });

    await test.step('pays in the window of the gateway', async () => {
      await tabTo(page, booking.payButton);
      await press(page, 'Enter');
      await checkout.expectOpen();
      await tabTo(page, checkout.content.getByLabel('Card', { exact: true }));
      await press(page, 'ArrowDown');
      await tabTo(page, checkout.content.getByLabel('UPI ID'));
      await page.keyboard.type('success@razorpay');
      await press(page, 'Enter');
      await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeFocused();
    });
  },
);

test('a hold is paid on a page of its own, and says afterwards how it stands', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'arjun-mehta', { offer: 'Focused session', daysAhead: 5 });
  const customer = await signInNewCustomer(page, stack);
  const { id: bookingId } = await holdWithoutCheckout(stack, customer, slot);

  await page.goto(`/booking/cancel?bookingId=${bookingId}`);
  await expect(page.getByRole('heading', { name: 'Your time is held' })).toBeVisible();
  await page.getByRole('link', { name: 'Pay now' }).click();
  await page.getByRole('button', { name: 'Proceed to Pay' }).click();
  const checkout = new Checkout(page);
  await checkout.leave();
  await expect(page.getByRole('alert')).toContainText('is held for you until');
  await page.getByRole('button', { name: 'Pay now' }).click();
  await checkout.payByUpi('success@razorpay');

  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeFocused();
  await page.goto(`/booking/confirmation?bookingId=${bookingId}`);
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
});

/** Goes to the day by month and arrow, and chooses it; on a phone its times take the place of the calendar. */
async function chooseDay(page: Page, booking: BookingPage, date: string): Promise<void> {
  await expect(page.getByRole('grid')).toBeVisible();
  while ((await booking.day(date).count()) === 0) {
    await tabTo(page, booking.nextMonthButton);
    await press(page, 'Enter');
  }
  await tabTo(page, page.getByRole('gridcell').getByRole('button'));
  await moveTo(page, booking.day(date), 'ArrowRight');
  await press(page, 'Enter');
}
