import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { walks } from './support/walks.ts';

const folder = fileURLToPath(new URL('./contact-sheets', import.meta.url));
/** With how a sheet is laid out: so many pictures in a row, each so wide. */
const sizes = [
  { width: 390, height: 844, columns: 6, thumbWidth: 300 },
  { width: 1280, height: 800, columns: 3, thumbWidth: 620 },
];
const schemes = ['light', 'dark'] as const;

type Picture = { place: string; file: string };
type Layout = { columns: number; thumbWidth: number };
type Look = { width: number; height: number; scheme: (typeof schemes)[number] };

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** One sheet for each way through the app, size and scheme: to be looked at. */
for (const [name, walk] of Object.entries(walks)) {
  test(name, async ({ page, stack, browser }) => {
    const sheets = new Map<string, { look: Look; layout: Layout; pictures: Picture[] }>();
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

async function printSheet(
  browser: Browser,
  path: string,
  { columns, thumbWidth: width, pictures }: Layout & { pictures: Picture[] },
): Promise<void> {
  const figures = await Promise.all(
    pictures.map(async ({ place, file }) => {
      const data = (await readFile(file)).toString('base64');
      return `<figure><img width="${width}" src="data:image/png;base64,${data}"><figcaption>${place}</figcaption></figure>`;
    }),
  );
  const page = await browser.newPage({ viewport: { width: columns * (width + 16) + 16, height: 400 } });
  await page.setContent(
    `<style>body{margin:8px;display:flex;flex-wrap:wrap;font:14px sans-serif;background:#888}figure{margin:8px}img{display:block}</style>${figures.join('')}`,
  );
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
