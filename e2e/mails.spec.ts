import { expectNoFaults, expectNoFaultsInTheDark } from './support/axe.ts';
import { mailPreviews } from './support/mail-previews.ts';
import { expect, test } from './support/test.ts';

test('every mail fits on a phone and has no fault that axe finds, by day and by night', async ({ page, stack }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const { template, html } of await mailPreviews(stack)) {
    await page.setContent(html);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), template).toBe(390);
    await expectNoFaults(page, template);
    await expectNoFaultsInTheDark(page, template);
  }
});
