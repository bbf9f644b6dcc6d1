import { expect, type Locator, type Page } from '@playwright/test';
import { shownTime, type FreeSlot } from './slots.ts';

const headings = {
  type: 'Step 1 of 3: Select Session Type',
  time: 'Step 2 of 3: Select Date & Time',
  details: 'Step 3 of 3: Tell the expert',
  confirm: 'Step 3 of 3: Confirm & Pay',
  payment: 'Step 3 of 3: Payment',
};
export type PageStep = keyof typeof headings;

/** `/booking/:expertId`: the booking in three tabs. */
export class BookingPage {
  readonly page: Page;
  readonly nextButton: Locator;
  readonly nextMonthButton: Locator;
  readonly payButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.nextButton = page.getByRole('button', { name: 'Next', exact: true });
    this.nextMonthButton = page.getByRole('button', { name: 'Next month' });
    this.payButton = page.getByRole('button', { name: 'Proceed to Pay' });
  }

  async open(slug: string): Promise<void> {
    await this.page.goto(`/booking/${slug}`);
    await this.expectStep('type');
  }

  heading(step: PageStep): Locator {
    return this.page.getByRole('heading', { name: headings[step] });
  }

  async expectStep(step: PageStep): Promise<void> {
    await expect(this.heading(step)).toBeVisible();
  }

  tab(name: 'Select Session Type' | 'Select Date & Time' | 'Confirm & Pay'): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** The radio button of an offer. */
  offer(title: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${title}, `) });
  }

  /** The button of a day, in the month that is shown. */
  day(date: string): Locator {
    return this.page.locator(`td[data-day="${date}"]`).getByRole('button');
  }

  /** The radio button of a time of the chosen day. */
  time(time: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${shownTime(time)} to `) });
  }

  /** Chooses an offer and goes on. */
  async chooseOffer(title: string): Promise<void> {
    await this.offer(title).click();
    await this.nextButton.click();
    await this.expectStep('time');
  }

  /** Chooses a day, a month or two ahead if need be. */
  async chooseDay(date: string): Promise<void> {
    const month = this.page.getByRole('grid');
    await expect(month).toBeVisible();
    while ((await this.day(date).count()) === 0) {
      const shown = (await month.getAttribute('aria-label')) ?? '';
      await this.nextMonthButton.click();
      await expect(month).not.toHaveAccessibleName(shown);
    }
    await this.day(date).click();
  }

  /** Chooses day and time, which on a phone come one after the other, and goes on. */
  async chooseTime({ date, time }: Pick<FreeSlot, 'date' | 'time'>): Promise<void> {
    await this.chooseDay(date);
    await this.time(time).click();
    await expect(this.time(time)).toBeChecked();
    await this.nextButton.click();
  }
}
