import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Stack } from './stack.ts';

/** The gateway's own window over the page: the sandbox's stand-in for Razorpay's checkout. */
export class Checkout {
  readonly window: Locator;
  readonly content: FrameLocator;
  readonly payButton: Locator;

  constructor(page: Page) {
    this.window = page.locator('iframe.razorpay-checkout-frame');
    this.content = page.frameLocator('iframe.razorpay-checkout-frame');
    this.payButton = this.content.getByRole('button', { name: /^Pay / });
  }

  async expectOpen(): Promise<void> {
    await expect(this.payButton).toBeVisible();
  }

  /** Goes on to the bank's page. */
  async payByCard(number = '4111 1111 1111 1111'): Promise<void> {
    await this.content.getByLabel('Card number').fill(number);
    await this.content.getByLabel('Expiry (MM/YY)').fill(`12/${`${new Date().getFullYear() + 4}`.slice(-2)}`);
    await this.content.getByLabel('CVV').fill('123');
    await this.payButton.click();
  }

  /** What the stand-in for the bank's page answers. */
  async bankAnswers(answer: 'Success' | 'Failure' | 'Answer later'): Promise<void> {
    await this.content.getByRole('button', { name: answer, exact: true }).click();
  }

  /** UPI ids answer at once: `success@razorpay` or `failure@razorpay`. */
  async payByUpi(id: 'success@razorpay' | 'failure@razorpay'): Promise<void> {
    await this.content.getByLabel('UPI', { exact: true }).check();
    await this.content.getByLabel('UPI ID').fill(id);
    await this.payButton.click();
  }

  /** Closes the window without paying, and says so when asked. */
  async leave(): Promise<void> {
    await this.content.getByRole('button', { name: 'Close checkout' }).first().click();
    await this.content.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(this.window).toHaveCount(0);
  }
}

/** The gateway's checkout as a page of its own, where no frame shows it. */
export class HostedCheckout {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async expectOpen(stack: Stack): Promise<void> {
    // A frame that is blocked is waited for a while.
    await this.page.waitForURL(`${stack.sandboxUrl}/**`, { timeout: 20_000 });
    await expect(this.page.getByRole('button', { name: /^Pay / })).toBeVisible();
  }

  async payByUpi(id: 'success@razorpay' | 'failure@razorpay'): Promise<void> {
    await this.page.getByLabel('UPI', { exact: true }).check();
    await this.page.getByLabel('UPI ID').fill(id);
    await this.page.getByRole('button', { name: /^Pay / }).click();
  }

  async leave(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close checkout' }).first().click();
    await this.page.getByRole('button', { name: 'Leave', exact: true }).click();
  }
}
