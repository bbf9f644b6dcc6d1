import { demo } from './support/accounts.ts';
import { refundsOf } from './support/gateway.ts';
import { bookInBrowser, inAnotherBrowser, SessionPage } from './support/session-page.ts';
import { freeSlot } from './support/slots.ts';
import { expect, testOnOwnStack } from './support/test.ts';

const test = testOnOwnStack();
test.describe.configure({ mode: 'serial' });

const minutes = 60;

test('an expert who did not come refunds everything (L2)', async ({ page, stack, browser }) => {
  const slot = await freeSlot(stack, 'dr-sarah-khan');
  const { customer, sessionId, session } = await bookInBrowser(page, stack, slot);

  await stack.moveClock(after(slot.startsAt, 20 * minutes));
  const expert = new SessionPage(await inAnotherBrowser(browser, demo('expert@example.com')));
  await expert.open(sessionId);
  await expert.press("I couldn't come");
  await expect(expert.question).toContainText(`${customer.name} gets the full ₹1,500 back.`);
  await expert.answer('Refund everything');

  await expect(expert.notice).toContainText('Marked as missed');
  await expect.poll(() => refundsOf(stack, customer)).toMatchObject([{ amount: 150_000, status: 'processed' }]);
  await session.open(sessionId);
  await expect(page.getByRole('main')).toContainText("Dr. Sarah Khan couldn't come");
  await expect(session.payment).toContainText('₹1,500 refunded', { timeout: 30_000 });
});

test('a customer rates a completed session, and the profile counts it (L4)', async ({ page, stack, browser }) => {
  const slot = await freeSlot(stack, 'arjun-mehta', { daysAhead: 5 });
  const { customer, sessionId, session } = await bookInBrowser(page, stack, slot);

  await stack.moveClock(after(slot.startsAt, 30 * minutes));
  const expert = new SessionPage(await inAnotherBrowser(browser, demo('arjun.mehta@example.com')));
  await expert.open(sessionId);
  await expert.press('Mark as completed');
  await expect(expert.notice).toContainText(`We'll ask ${customer.name} how it went.`);

  // What is rated has been there in full.
  await stack.moveClock(after(slot.startsAt, 61 * minutes));
  await session.open(sessionId);
  await page.getByRole('radio', { name: '4 of 5: Good' }).focus();
  await page.keyboard.press('Space');
  // As long as a finger takes: the group chooses what an arrow key leads to only while the key is down.
  await page.keyboard.press('ArrowRight', { delay: 80 });
  await expect(page.getByRole('radio', { name: '5 of 5: Very good' })).toBeChecked();
  await page.getByLabel('What should others know? (optional)').fill('He asked the right questions.');
  await session.press('Send rating');

  await expect(session.notice).toContainText('Thank you for your rating');
  await expect(page.getByText('5 out of 5', { exact: true })).toBeVisible();
  await expert.open(sessionId);
  await expect(expert.page.getByText('He asked the right questions.')).toBeVisible();
  await page.goto('/experts/arjun-mehta');
  await expect(page.getByText(/5\.0 out of 5/).first()).toBeAttached();
});

/** The offset of the clock at which an instant is so many seconds ago. */
function after(instant: string, seconds: number): string {
  return `+${Math.round((Date.parse(instant) - Date.now()) / 1000) + seconds}s`;
}
