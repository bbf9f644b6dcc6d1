import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { printSheet, type Picture, type SheetLayout } from './support/sheets.ts';
import { expect, test } from './support/test.ts';
import { walks } from './support/walks.ts';

const folder = fileURLToPath(new URL('./contact-sheets', import.meta.url));
/** With how a sheet is laid out: so many pictures in a row, each so wide. */
const sizes = [
  { width: 390, height: 844, columns: 6, thumbWidth: 300 },
  { width: 1280, height: 800, columns: 3, thumbWidth: 620 },
];
const schemes = ['light', 'dark'] as const;

type Look = { width: number; height: number; scheme: (typeof schemes)[number] };

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** One sheet for each way through the app, size and scheme: to be looked at. */
for (const [name, walk] of Object.entries(walks)) {
  test(name, async ({ page, stack, browser }) => {
    const sheets = new Map<string, { look: Look; layout: SheetLayout; pictures: Picture[] }>();
    await mkdir(`${folder}/pictures`, { recursive: true });
    const photograph = async (place: string) => {
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      for (const { columns, thumbWidth, ...size } of sizes) {
        for (const scheme of schemes) {
          const sheetName = `${name.replaceAll(' ', '-')}-${size.width}-${scheme}`;
          const sheet = sheets.get(sheetName) ?? {
            look: { ...size, scheme },
            layout: { columns, thumbWidth },
            pictures: [],
          };
          sheets.set(sheetName, sheet);
          const file = `${folder}/pictures/${sheetName}-${sheet.pictures.length + 1}.png`;
          await takePicture(page, file, sheet.look);
          sheet.pictures.push({ place, file });
        }
      }
    };
    await walk({ page, stack, look: photograph });
    for (const [sheetName, { layout, pictures }] of sheets) {
      await printSheet(browser, `${folder}/${sheetName}.png`, { ...layout, pictures });
    }
  });
}

async function takePicture(page: Page, path: string, { width, height, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  await page.screenshot({ path, animations: 'disabled' });
}
