import { expect, type Locator, type Page } from '@playwright/test';

/** Presses a key; whatever it does, something must have the focus afterwards. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.locator('body')).not.toBeFocused();
}

/** Tabs on until one of these has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await moveTo(page, target, 'Tab');
}

/** Presses a key until one of these has the focus. */
export async function moveTo(page: Page, target: Locator, key: string): Promise<void> {
  const presses = 60;
  for (let count = 0; count < presses; count += 1) {
    if (await hasFocus(target)) return;
    await press(page, key);
  }
  throw new Error(`${presses} times ${key} did not lead to ${target.toString()}.`);
}

async function hasFocus(target: Locator): Promise<boolean> {
  const focused = await target.evaluateAll((elements) => elements.map((element) => element.matches(':focus')));
  return focused.includes(true);
}
