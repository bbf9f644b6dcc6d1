import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const finder = fileURLToPath(new URL('../scripts/chromium.mjs', import.meta.url));
// Handed to the workers, which read this file again and need not search.
process.env['CHROMIUM'] ||= execFileSync(process.execPath, [finder], { encoding: 'utf8' }).trim();

const launchOptions = {
  executablePath: process.env['CHROMIUM'],
  // No calls home of the browser's own, and no graphics card.
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** What all that drives a browser has in common. */
export const common = defineConfig({
  testDir: '.',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // Each worker brings up a stack of its own; journeys wait more than they compute.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    // A worker that answers for the network would hide requests from the tests; those of the worker itself allow it.
    serviceWorkers: 'block',
    // A trace takes an eighth of the processor; `--trace retain-on-failure` makes one when it is wanted.
    trace: 'off',
    // A press that waits in vain is named by its own error; the whole test's would only say that time was up.
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
    launchOptions,
  },
});

const ownStack = ['time-passes.spec.ts', 'after-session.spec.ts'];

export default defineConfig(common, {
  projects: [
    // They wait for a clock of their own; begun last, one would run alone at the end.
    { name: 'time', testMatch: ownStack },
    { name: 'journeys', testMatch: '**/*.spec.ts', testIgnore: ownStack },
  ],
});
