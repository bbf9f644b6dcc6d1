import type { Page } from '@playwright/test';
import { demo, registerCustomer, signIn } from './support/accounts.ts';
import { expectNoFaults, expectNoFaultsInTheDark } from './support/axe.ts';
import { book } from './support/bookings.ts';
import { freeSlot } from './support/slots.ts';
import { pagesFor } from './support/pages.ts';
import { expect, test } from './support/test.ts';
import { walks } from './support/walks.ts';

const widths = [390, 1280];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [name, walk] of Object.entries(walks)) {
  test(`${name} have no fault that axe finds`, async ({ page, stack }) => {
    test.slow();
    const look = async (place: string) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 844 });
        await expectNoFaults(page, `${place}, ${width} px`);
      }
      await expectNoFaultsInTheDark(page, place);
    };
    await walk({ page, stack, look });
  });
}

test.describe('in Hindi', () => {
  test.use({ locale: 'hi-IN', viewport: { width: 390, height: 844 } });

  test('every page and every step has no fault that axe finds', async ({ page, stack }) => {
    test.slow();
    const { slug, date, duration, startsAt } = await freeSlot(stack, 'maya-shrestha');
    const steps = `/experts/${slug}?book=1&date=${date}&duration=${duration}`;
    await lookAt(page, [...pagesFor('everybody').map(({ path }) => path), '/nowhere']);
    await lookAt(page, [`/experts/${slug}?book=1`, `${steps}&step=select-time`]);
    await lookAt(page, [`${steps}&step=confirm&slot=${encodeURIComponent(startsAt)}`]);

    const customer = await registerCustomer(stack);
    const { id } = await book(stack, customer, await freeSlot(stack, 'maya-shrestha', { daysAhead: 5 }));
    await signIn(page, customer);
    const named = { sessionId: id, sessionWith: 'Maya Shrestha' };
    await lookAt(
      page,
      pagesFor('customer', named).map(({ path }) => path),
    );

    await signIn(page, demo('expert@example.com'));
    await lookAt(
      page,
      pagesFor('expert').map(({ path }) => path),
    );
    await signIn(page, demo('admin@example.com'));
    await lookAt(page, [`/sessions/${id}`, ...pagesFor('admin').map(({ path }) => path)]);
  });
});

/** Opens one address after the other, and looks when it is there in Hindi. */
async function lookAt(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', 'hi-IN');
    const place = address.includes('book=1') ? page.getByRole('dialog') : page.getByRole('main');
    await expect(place.getByRole('heading', { name: /\p{Script=Devanagari}/u }).first()).toBeVisible();
    await expectNoFaults(page, address);
  }
}
