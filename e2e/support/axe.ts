import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Looks at what is shown now; a test goes on, and collects what was found. */
export async function expectNoFaults(page: Page, place: string): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await showIn(page, 'light');
  await expectNone(finder(page).withTags(tags), place);
}

/** Looks at what is shown now by night, when nothing but colours is another. */
export async function expectNoFaultsInTheDark(page: Page, place: string): Promise<void> {
  await showIn(page, 'dark');
  await expectNone(finder(page).withRules('color-contrast'), `${place}, dark`);
}

/** Changes the scheme, and waits until it is drawn: axe would meet the colours of both. */
async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

/** Leaves out frames of other origins: the gateway's window is not ours to mend. */
function finder(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
}

async function expectNone(find: AxeBuilder, place: string): Promise<void> {
  const { violations } = await find.analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  expect.soft(faults, place).toEqual([]);
}
