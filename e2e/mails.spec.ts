import { expectNoFaults, expectNoFaultsInTheDark } from './support/axe.ts';
import { mailPreviews } from './support/mail-previews.ts';
import { expect, test } from './support/test.ts';

const languages = [
  { name: 'English', code: 'en' },
  { name: 'Hindi', code: 'hi' },
];

for (const { name, code } of languages) {
  test(`every mail in ${name} fits on a phone and has no fault that axe finds, by day and by night`, async ({
    page,
    stack,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const mails = (await mailPreviews(stack)).filter(({ language }) => language === code);
    expect(mails.length).toBeGreaterThan(15);
    for (const { template, html } of mails) {
      await page.setContent(html);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), template).toBe(390);
      await expectNoFaults(page, template);
      await expectNoFaultsInTheDark(page, template);
    }
  });
}
