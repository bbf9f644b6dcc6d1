import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { demo, signIn, signInNewCustomer } from './support/accounts.ts';
import { Checkout } from './support/checkout.ts';
import { expect, testOnBothScreens } from './support/test.ts';

const expertEmail = 'tom.walsh@example.com';
const question = 'What would you like to reach?';
const goal = 'A first job that I like';
const notes = 'I have an offer until Friday.';

testOnBothScreens(
  'an offer that an expert makes is booked a minute later, and what is told reaches them alone',
  async ({ page, browser, stack }) => {
    const title = `First steps ${randomUUID().slice(0, 4)}`;
    const expertPage = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
    await signIn(expertPage, demo(expertEmail));

    await makeOffer(expertPage, title);
    const customer = await signInNewCustomer(page, stack);
    await page.goto('/booking/tom-walsh');
    await page.getByRole('radio', { name: new RegExp(title) }).click();
    await next(page);
    await chooseFirstTime(page);
    await next(page);

    await page.getByLabel(question).fill(goal);
    await page.getByLabel(/^Notes for the expert/).fill(notes);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('main')).toContainText(goal);
    await page.getByRole('button', { name: 'Proceed to Pay' }).click();
    const checkout = new Checkout(page);
    await checkout.expectOpen();
    await checkout.payByUpi('success@razorpay');
    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();

    await page.goto('/dashboard');
    await expect(page.getByText(title)).toBeVisible();
    await page.getByRole('link', { name: /^Details of / }).click();
    await expect(page.getByText(notes)).toBeVisible();
    const { pathname } = new URL(page.url());

    await expertPage.goto(pathname);
    await expect(expertPage.getByRole('heading', { name: `What ${customer.name} told you` })).toBeVisible();
    for (const told of [question, goal, notes]) await expect(expertPage.getByText(told)).toBeVisible();
    const { text } = await stack.mail(expertEmail, customer.name);
    expect(text).toContain(`Offer: ${title}`);
    expect(text).toContain(goal);
    const confirmed = await stack.mail(customer.email, 'is confirmed');
    expect(confirmed.text).toContain(`Offer: ${title}`);
    expect(confirmed.text).not.toContain(notes);
  },
);

async function makeOffer(page: Page, title: string): Promise<void> {
  await page.goto('/expert/offers');
  await page.getByRole('link', { name: 'New offer' }).click();
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Length in minutes').fill('45');
  await page.getByLabel('Price', { exact: true }).fill('40');
  await page.getByRole('button', { name: 'Add question' }).click();
  await page.getByLabel('Question', { exact: true }).fill(question);
  await page.getByLabel('An answer is required').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(title).first()).toBeVisible();
  await expect(page.getByText('Saved. Customers see it now.').first()).toBeVisible();
}

async function next(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Next', exact: true }).click();
}

/** Earlier journeys on the same stack may have booked the day's first times, which stay drawn. */
async function chooseFirstTime(page: Page): Promise<void> {
  await page.locator('td[data-day] button:not([disabled])').first().click();
  const times = page.getByRole('radiogroup', { name: 'Available Slots' });
  await times.getByRole('radio', { disabled: false }).first().click();
}
