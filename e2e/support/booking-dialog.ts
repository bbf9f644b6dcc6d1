import { expect, type Locator, type Page } from '@playwright/test';
import { shownTime, type FreeSlot } from './slots.ts';

export type Step = 'select-date' | 'select-time' | 'confirm';

const headings = {
  'select-date': 'Step 1 of 4: Select Date',
  'select-time': 'Step 2 of 4: Select Time',
  confirm: 'Step 3 of 4: Confirm Booking',
  payment: 'Step 4 of 4: Payment',
};

/** "Book a Session with …": the four steps from a date to a payment. */
export class BookingDialog {
  readonly page: Page;
  readonly root: Locator;
  /** The times of the chosen day, free or not. */
  readonly times: Locator;
  readonly nextButton: Locator;
  readonly nextMonthButton: Locator;
  readonly payButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('dialog', { name: /^Book a Session with / });
    this.times = this.root.getByRole('radiogroup', { name: 'Available Slots' }).getByRole('radio');
    this.nextButton = this.root.getByRole('button', { name: 'Next', exact: true });
    this.nextMonthButton = this.root.getByRole('button', { name: 'Next month' });
    this.payButton = this.root.getByRole('button', { name: 'Proceed to Pay' });
  }

  /** Opens the dialog by its address, with everything before this step chosen. */
  async openAt(step: Step, { slug, date, duration, startsAt }: FreeSlot): Promise<void> {
    const choices = { date, duration: `${duration}`, ...(step === 'confirm' ? { slot: startsAt } : {}) };
    const search = new URLSearchParams({ book: '1', step, ...(step === 'select-date' ? {} : choices) });
    await this.page.goto(`/experts/${slug}?${search.toString()}`);
    await this.expectStep(step);
  }

  async expectStep(step: keyof typeof headings): Promise<void> {
    await expect(this.root.getByRole('heading', { name: headings[step] })).toBeVisible();
  }

  /** The button of a day, in the month that is shown. */
  day(date: string): Locator {
    return this.root.locator(`td[data-day="${date}"]`).getByRole('button');
  }

  /** The radio button of a time of the chosen day. */
  time(time: string): Locator {
    return this.root.getByRole('radio', { name: new RegExp(`^${shownTime(time)} to `) });
  }

  /** Chooses a day, a month or two ahead if need be. */
  async chooseDay(date: string): Promise<void> {
    const month = this.root.getByRole('grid');
    await expect(month).toBeVisible();
    while ((await this.day(date).count()) === 0) {
      const shown = (await month.getAttribute('aria-label')) ?? '';
      await this.nextMonthButton.click();
      await expect(month).not.toHaveAccessibleName(shown);
    }
    await this.day(date).click();
  }

  async chooseTime(time: string): Promise<void> {
    await this.time(time).click();
    await expect(this.time(time)).toBeChecked();
  }

  async next(): Promise<void> {
    await this.nextButton.click();
  }

  async pay(): Promise<void> {
    await this.payButton.click();
  }
}
