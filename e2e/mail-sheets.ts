import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { mailPreviews } from './support/mail-previews.ts';
import { printSheet, type Picture } from './support/sheets.ts';
import { test } from './support/test.ts';

const folder = fileURLToPath(new URL('./contact-sheets', import.meta.url));
/** With how a sheet is laid out: so many pictures in a row, each so wide. */
const sizes = [
  { width: 390, columns: 6, thumbWidth: 320 },
  { width: 640, columns: 4, thumbWidth: 480 },
];

/** One sheet with all mails in all languages for each size and scheme: to be looked at. */
for (const { width, columns, thumbWidth } of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`mails ${width} ${colorScheme}`, async ({ page, stack, browser }) => {
      await mkdir(`${folder}/pictures`, { recursive: true });
      await page.setViewportSize({ width, height: 600 });
      await page.emulateMedia({ colorScheme });
      const pictures: Picture[] = [];
      for (const { language, template, html } of await mailPreviews(stack)) {
        const file = `${folder}/pictures/mail-${template}-${language}-${width}-${colorScheme}.png`;
        await page.setContent(html);
        await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
        pictures.push({ place: `${template}, ${language}`, file });
      }
      await printSheet(browser, `${folder}/mails-${width}-${colorScheme}.png`, { columns, thumbWidth, pictures });
    });
  }
}
