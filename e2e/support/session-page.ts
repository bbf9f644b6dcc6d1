import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { type Credentials, signIn } from './accounts.ts';
import { openCheckout } from './paying.ts';
import { shownTime, type FreeSlot } from './slots.ts';
import type { Stack } from './stack.ts';

/** `/sessions/:id`, for one of its two people. */
export class SessionPage {
  readonly page: Page;
  /** What came of the last action. */
  readonly notice: Locator;
  readonly payment: Locator;
  /** The question before something that cannot be taken back. */
  readonly question: Locator;
  readonly moveDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.notice = page.getByRole('main').getByRole('status').first();
    this.payment = page.getByRole('region', { name: 'Payment' });
    this.question = page.getByRole('alertdialog');
    this.moveDialog = page.getByRole('dialog', { name: 'Reschedule' });
  }

  async open(sessionId: string): Promise<void> {
    await this.page.goto(`/sessions/${sessionId}`);
    await expect(this.page.getByRole('heading', { name: /^Session with / })).toBeVisible();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Answers the question with this button. */
  async answer(name: string): Promise<void> {
    await this.question.getByRole('button', { name, exact: true }).click();
  }

  /** Moves the session to another time of the same day. */
  async moveTo({ time }: Pick<FreeSlot, 'time'>): Promise<void> {
    await this.press('Reschedule');
    await this.moveDialog.getByRole('button', { name: 'Next', exact: true }).click();
    await this.moveDialog.getByRole('radio', { name: new RegExp(`^${shownTime(time)} to `) }).click();
    await this.moveDialog.getByRole('button', { name: 'Next', exact: true }).click();
    await this.moveDialog.getByRole('button', { name: 'Move session' }).click();
  }
}

/** Books and pays for a slot as a new customer, in the browser, and opens the page of the session. */
export async function bookInBrowser(page: Page, stack: Stack, slot: FreeSlot) {
  const { customer, checkout } = await openCheckout(page, stack, slot);
  await checkout.payByUpi('success@razorpay');
  await expect(page.getByRole('link', { name: 'View or change the session' })).toBeVisible();
  const sessionId = new URL(page.url()).searchParams.get('sessionId') ?? '';
  await page.getByRole('link', { name: 'View or change the session' }).click();
  await expect(page).toHaveURL(`/sessions/${sessionId}`);
  return { customer, sessionId, session: new SessionPage(page) };
}

/** A second browser with somebody else signed in. */
export async function inAnotherBrowser(browser: Browser, person: Credentials): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person);
  return page;
}
