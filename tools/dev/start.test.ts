import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startChild } from './processes/child.ts';
import { closeServer, listen } from './processes/listen.ts';
import { freePort } from './processes/ports.ts';

/** Runs the starter to its end with one thing wrong. */
async function start(env: NodeJS.ProcessEnv) {
  const starter = await startChild({
    name: 'The starter',
    command: process.execPath,
    args: ['--import', 'tsx', 'dev/start.ts'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, ...env },
  });
  const { code } = await starter.exited;
  return { code, said: starter.tail().join('\n') };
}

async function freePorts(): Promise<string[]> {
  const ports = await Promise.all(Array.from({ length: 4 }, () => freePort()));
  return ports.map(String);
}

describe('a start that cannot go on', { timeout: 60_000 }, () => {
  it('because a port is in use says which, and what to do', async () => {
    const server = createServer();
    const taken = await listen(server, 0);

    const { code, said } = await start({ PORT: `${taken}` });

    expect(code).toBe(1);
    expect(said).toContain(`${taken} (PORT, for the API)`);
    expect(said).toContain(`PORT=${taken + 1000} npx pnpm@12 start`);
    await closeServer(server);
  });

  it('because the environment is wrong points to the file that explains it', async () => {
    const { code, said } = await start({ NODE_ENV: 'production' });

    expect(code).toBe(1);
    expect(said).toMatch(/Serene cannot start\. .*NODE_ENV must not be production[^]*\.env\.example/);
  });

  it('because the data belong to a start that runs leaves them as they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serene-start-'));
    const files = {
      'running.json': JSON.stringify({ pid: process.pid, note: 'http://localhost:5173' }),
      'sandbox.json': '{}',
      'clock-offset': '+23h',
      'processes.json': '{}',
      'logs/api.log': 'a line',
    };
    mkdirSync(join(folder, 'logs'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const [PORT, CLIENT_PORT, SANDBOX_PORT, MAILBOX_PORT] = await freePorts();

    const { code, said } = await start({ DATA_DIR: folder, PORT, CLIENT_PORT, SANDBOX_PORT, MAILBOX_PORT });

    expect(code).toBe(1);
    expect(said).toContain(`in use by another Serene: process ${process.pid}, http://localhost:5173.`);
    for (const [name, content] of Object.entries(files))
      expect(readFileSync(join(folder, name), 'utf8'), name).toBe(content);
    rmSync(folder, { recursive: true });
  });

  it('because the data folder cannot be made says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serene-start-'));
    writeFileSync(join(folder, 'file'), '');
    const [PORT, CLIENT_PORT, SANDBOX_PORT, MAILBOX_PORT] = await freePorts();

    const { code, said } = await start({
      DATA_DIR: join(folder, 'file/data'),
      PORT,
      CLIENT_PORT,
      SANDBOX_PORT,
      MAILBOX_PORT,
    });

    expect(code).toBe(1);
    expect(said).toMatch(/The data folder .*file\/data cannot be written: .*\n.*DATA_DIR/);
    rmSync(folder, { recursive: true });
  });
});
