import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { devices, type Browser, type Page } from '@playwright/test';
import { BookingDialog } from './support/booking-dialog.ts';
import { freeSlots } from './support/slots.ts';
import { expect, test } from './support/test.ts';

const file = fileURLToPath(new URL('../docs/picture.png', import.meta.url));
/** Everybody who opens the README loads it. */
const mostBytes = 250_000;

const height = 800;
const { userAgent, isMobile, hasTouch } = devices['Pixel 7'];
const desktop = { viewport: { width: 1200, height } };
const phone = { viewport: { width: 390, height }, userAgent, isMobile, hasTouch };

const slug = 'dr-sarah-khan';

test('the picture of the README', async ({ stack, browser }) => {
  const [, , wanted] = await freeSlots(stack, slug);
  if (wanted === undefined) throw new Error('The expert has too few free times for the picture.');

  const expertPage = await photograph(browser, desktop, async (page) => {
    await page.goto(`/experts/${slug}`);
    await expect(page.getByRole('heading', { name: 'Dr. Sarah Khan', level: 1 })).toBeVisible();
  });
  const booking = await photograph(browser, phone, async (page) => {
    const dialog = new BookingDialog(page);
    await dialog.openAt('select-time', wanted);
    await dialog.chooseTime(wanted.time);
  });
  await printBoth(browser, { expertPage, booking });

  expect((await stat(file)).size).toBeLessThan(mostBytes);
});

/** Goes somewhere on a screen of its own, and photographs it in the light scheme. */
async function photograph(
  browser: Browser,
  screen: typeof desktop | typeof phone,
  go: (page: Page) => Promise<void>,
): Promise<Buffer> {
  const context = await browser.newContext({ ...screen, colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await go(page);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return picture;
}

async function printBoth(browser: Browser, { expertPage, booking }: { expertPage: Buffer; booking: Buffer }) {
  const page = await browser.newPage({ viewport: { width: 1710, height: height + 80 } });
  const image = (picture: Buffer) => `<img src="data:image/png;base64,${picture.toString('base64')}">`;
  await page.setContent(
    `<style>
      body { margin: 0; padding: 40px; display: flex; gap: 40px; background: #dfe5e2 }
      img { display: block; border-radius: 12px; box-shadow: 0 0 0 1px #0002 }
      img + img { border-radius: 28px }
    </style>${image(expertPage)}${image(booking)}`,
  );
  await page.screenshot({ path: file });
  await page.close();
}
