import { devices, test as base } from '@playwright/test';
import { startStack, type Stack } from './stack.ts';

/**
 * `test` with a running product: pages open its web app, and `stack` reaches everything else. The stack is shared by
 * the tests of a worker, so a test that moves the clock or crashes a part starts one of its own with `startStack`.
 */
export const test = base.extend<object, { stack: Stack }>({
  stack: [
    async ({}, use) => {
      // One machine plays many people here, so limits per address are off.
      const stack = await startStack({ RATE_LIMITS: 'off' });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.webUrl);
  },
});

/**
 * `test` with a stack of its own. A clock belongs to everybody on a stack, so a file that moves it asks for one; it only
 * goes forward.
 */
export function testOnOwnStack() {
  return test.extend<object, { stack: Stack }>({
    stack: [
      async ({}, use) => {
        const stack = await startStack({ RATE_LIMITS: 'off' });
        await use(stack);
        await stack.stop();
      },
      { scope: 'worker', timeout: 240_000 },
    ],
  });
}

const { userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'];
const screens = {
  'on a desktop': {},
  'on a phone': { viewport: { width: 390, height: 844 }, userAgent, deviceScaleFactor, isMobile, hasTouch },
};

type Journey = Parameters<typeof test>[2];

/** A test of a journey that differs on a small screen: it is made on both, by workers that keep their stacks. */
export function testOnBothScreens(title: string, journey: Journey): void {
  for (const [screen, use] of Object.entries(screens)) {
    test.describe(screen, () => {
      test.use(use);
      test(title, journey);
    });
  }
}

export { expect } from '@playwright/test';
