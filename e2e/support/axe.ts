import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './test.ts';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const tags = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } satisfies axe.RunOnly;
const colours = { type: 'rule', values: ['color-contrast'] } satisfies axe.RunOnly;

/** Looks at what is shown now; a test goes on, and collects what was found. */
export async function expectNoFaults(page: Page, place: string): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await showIn(page, 'light');
  expect.soft(await faults(page, tags), place).toEqual([]);
}

/** Looks at what is shown now by night, when nothing but colours is another. */
export async function expectNoFaultsInTheDark(page: Page, place: string): Promise<void> {
  await showIn(page, 'dark');
  expect.soft(await faults(page, colours), `${place}, dark`).toEqual([]);
}

/** Changes the scheme, and waits until it is drawn: axe would meet the colours of both. */
async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

/** What axe finds, a line for each rule. Frames are left out: the gateway's window is not ours to mend. */
async function faults(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    if (window.axe === undefined) throw new Error('axe is not in the page.');
    const { violations } = await window.axe.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
      iframes: false,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  }, runOnly);
}
