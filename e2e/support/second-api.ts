import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { poll } from './poll.ts';
import { freePorts } from './ports.ts';
import { end, type Stack } from './stack.ts';

const serverFolder = fileURLToPath(new URL('../../server', import.meta.url));

/** Another process of the API on the stack's database, as a deployment has several. Only what needs no sign-in works. */
export async function startSecondApi(stack: Stack): Promise<{ url: string; stop: () => Promise<void> }> {
  const [port] = await freePorts(1);
  const api = spawn(process.execPath, ['dist/local/main.js'], {
    cwd: serverFolder,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: `${port}`,
      ROLE: 'api',
      RATE_LIMITS: 'off',
      MONGODB_URI: stack.databaseUri,
      JWT_SECRET: 'a secret of its own, thirty-two bytes or more',
      RAZORPAY_KEY_ID: 'rzp_test_sandbox0000001',
      RAZORPAY_KEY_SECRET: 'never asked for',
      RAZORPAY_WEBHOOK_SECRET: 'never asked for',
      RAZORPAY_BASE_URL: stack.sandboxUrl,
      SMTP_URL: 'smtp://127.0.0.1:1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    );
  await poll(() => 'the second API', isReady);
  return { url, stop: () => end(api) };
}

/** From now on the page is served by that process. */
export async function useApi(page: Page, { url }: { url: string }): Promise<void> {
  await page.route('**/api/v1/**', async (route) => {
    const asked = new URL(route.request().url());
    await route.continue({ url: `${url}${asked.pathname}${asked.search}` });
  });
}
