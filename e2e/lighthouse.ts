import { chromium, type LaunchOptions } from '@playwright/test';
import lighthouse from 'lighthouse';
import { freePorts } from './support/ports.ts';
import { expect, test } from './support/test.ts';

const pages = ['/', '/experts', '/experts/arjun-mehta'];
const runs = 5;
/** Of 100, as on a phone with a slow connection. */
const least = { performance: 90, accessibility: 100, 'best-practices': 95, seo: 95 };

for (const path of pages) {
  test(`Lighthouse of ${path}, the median of ${runs} runs`, async ({ stack, launchOptions }) => {
    const found: Record<string, number>[] = [];
    for (let run = 0; run < runs; run += 1) found.push(await measure(`${stack.webUrl}${path}`, launchOptions));

    for (const [category, limit] of Object.entries(least)) {
      const scores = found.map((scoresOfRun) => scoresOfRun[category] ?? 0).toSorted((a, b) => a - b);
      process.stdout.write(`${path.padEnd(22)} ${category.padEnd(15)} ${scores.join(' ')}\n`);
      expect.soft(scores[Math.floor(runs / 2)], `${category} of ${path}`).toBeGreaterThanOrEqual(limit);
    }
  });
}

/** The scores of one visit by a browser that was never here before. */
async function measure(url: string, launchOptions: LaunchOptions): Promise<Record<string, number>> {
  const [port = 0] = await freePorts(1);
  const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ ...launchOptions, args });
  try {
    const result = await lighthouse(url, { port, onlyCategories: Object.keys(least), logLevel: 'error' });
    if (result === undefined) throw new Error(`Lighthouse gave no answer for ${url}.`);
    const categories = Object.values(result.lhr.categories);
    return Object.fromEntries(categories.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
  } finally {
    await browser.close();
  }
}
