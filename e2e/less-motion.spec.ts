import type { Page } from '@playwright/test';
import { BookingDialog } from './support/booking-dialog.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('nothing moves where less motion is asked for: neither the pages nor the dialog', async ({ page, stack }) => {
  await page.addInitScript(noteMotion);
  const slot = await freeSlot(stack, 'arjun-mehta');
  const dialog = new BookingDialog(page);

  for (const path of ['/', '/experts', '/experts/arjun-mehta']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await motion(page), path).toEqual([]);
  }
  await dialog.openAt('select-date', slot);
  await dialog.chooseDay(slot.date);
  await dialog.next();
  await dialog.chooseTime(slot.time);
  expect(await motion(page)).toEqual([]);
});

/** Runs in the page: keeps what was animated for longer than nothing. */
function noteMotion(): void {
  const moved: string[] = [];
  Object.assign(window, { moved });
  const note = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const lasting = target.getAnimations().some(({ effect }) => Number(effect?.getComputedTiming().duration) > 0);
    if (lasting) moved.push(target.outerHTML.slice(0, 120));
  };
  for (const kind of ['animationstart', 'transitionrun']) document.addEventListener(kind, note);
}

async function motion(page: Page): Promise<unknown> {
  return page.evaluate((): unknown => Reflect.get(window, 'moved'));
}
