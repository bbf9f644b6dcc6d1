import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connectSdk, keys } from './testing/world.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const toolsFolder = fileURLToPath(new URL('../../', import.meta.url));

let dataDir: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'serene-sandbox-'));
});
afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) await end(child, 'SIGKILL');
  await rm(dataDir, { recursive: true });
});

/** Runs the sandbox's process; `lines` is what it has printed so far. */
function run(environment: Record<string, string>) {
  const started = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: toolsFolder,
    env: {
      PATH: process.env['PATH'],
      RAZORPAY_KEY_ID: keys.keyId,
      RAZORPAY_KEY_SECRET: keys.keySecret,
      RAZORPAY_WEBHOOK_SECRET: keys.webhookSecret,
      SANDBOX_PORT: '0',
      DATA_DIR: dataDir,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  const lines: string[] = [];
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => lines.push(String(text).trim()));
  return { process: started, lines };
}

/** Runs it and waits until it listens. */
async function start(environment: Record<string, string> = {}) {
  const running = run(environment);
  await expect.poll(() => running.lines.join(), { timeout: 30_000 }).toContain('listening on');
  return { ...running, url: /http:\S+/.exec(running.lines.join())?.[0] ?? '' };
}

async function end(running: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(running, 'exit');
  running.kill(signal);
  await ended;
  return running.exitCode;
}

// Each test starts a process or two, which takes its time on a busy machine.
describe('the sandbox’s process', { timeout: 60_000 }, () => {
  it('keeps what it answered over kill -9', async () => {
    const first = await start();
    const order = await connectSdk(first.url).orders.create({ amount: 5000, currency: 'INR', receipt: 'kept' });
    await end(first.process, 'SIGKILL');

    const second = await start();

    expect(await connectSdk(second.url).orders.all({ receipt: 'kept' })).toMatchObject({ items: [{ id: order.id }] });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s', async (signal) => {
    const running = await start();

    expect(await end(running.process, signal)).toBe(0);
    expect(running.lines).toEqual([`Razorpay sandbox listening on ${running.url}`]);
  });

  it('follows the shared clock', async () => {
    const { url } = await start({ CLOCK_OFFSET: '+23h' });

    const order = await connectSdk(url).orders.create({ amount: 5000, currency: 'INR' });

    expect(order.created_at - Date.now() / 1000).toBeGreaterThan(22 * 3600);
  });

  it('says when its port is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = z.object({ port: z.int() }).parse(holder.address());

    const failed = run({ SANDBOX_PORT: String(port) });
    const [code] = await once(failed.process, 'exit');

    expect(code).toBe(1);
    expect(failed.lines).toEqual([`Port ${port} is in use.`]);
    holder.close();
  });

  it('lists what its environment lacks', async () => {
    const failed = run({ RAZORPAY_KEY_ID: '', WEBHOOK_URL: 'nowhere' });
    await once(failed.process, 'exit');

    expect(failed.lines.join()).toMatch(/RAZORPAY_KEY_ID[^]*WEBHOOK_URL|WEBHOOK_URL[^]*RAZORPAY_KEY_ID/);
  });
});
