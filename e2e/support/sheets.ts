import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';

/** A picture that was taken, and what it shows. */
export type Picture = { place: string; file: string };

/** So many pictures in a row, each so many pixels wide. */
export type SheetLayout = { columns: number; thumbWidth: number };

/** Puts many pictures on one, each with its name. */
export async function printSheet(
  browser: Browser,
  path: string,
  { columns, thumbWidth: width, pictures }: SheetLayout & { pictures: Picture[] },
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
