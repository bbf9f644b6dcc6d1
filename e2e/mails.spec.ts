import { expectNoFaults, expectNoFaultsInTheDark } from './support/axe.ts';
import { mailPreviews } from './support/mail-previews.ts';
import { expect, test } from './support/test.ts';

test('every mail in every language fits on a phone and has no fault that axe finds, by day and by night', async ({
  page,
  stack,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const { language, template, html } of await mailPreviews(stack)) {
    const name = `${template}, ${language}`;
    await page.setContent(html);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(390);
    await expectNoFaults(page, name);
    await expectNoFaultsInTheDark(page, name);
  }
});
