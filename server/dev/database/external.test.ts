import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { startChild } from '../processes/child.ts';
import { createChildren } from '../processes/children.ts';
import { freePort } from '../processes/ports.ts';
import { checkExternalDatabase } from './external.ts';
import { installSecantus } from './install-secantus.ts';

const cacheDir = fileURLToPath(new URL('../../../.cache', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-external-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the database of MONGODB_URI', () => {
  it('may be a replica set', async () => {
    await expect(checkExternalDatabase(inject('mongoUri'))).resolves.toBeUndefined();
  });

  it('may not be a standalone: it has no transactions', async () => {
    const port = await freePort();
    const { command, env } = await installSecantus({ children: createChildren(), cacheDir, say: () => undefined });
    const standalone = await startChild({
      name: 'A standalone',
      command,
      args: ['-m', 'secantus', '--standalone', '--port', `${port}`, '--storage-path', folder],
      env: { ...process.env, ...env },
    });
    await vi.waitUntil(() => standalone.tail().some((line) => line.includes('listening')), { timeout: 15_000 });

    await expect(checkExternalDatabase(`mongodb://127.0.0.1:${port}/`)).rejects.toMatchObject({
      message: expect.stringContaining('standalone server, which has no transactions'),
      remedy: expect.stringContaining('--replSet'),
    });
    await standalone.kill();
  });

  it('has to be there', async () => {
    const nowhere = `mongodb://127.0.0.1:${await freePort()}/?serverSelectionTimeoutMS=200`;

    await expect(checkExternalDatabase(nowhere)).rejects.toThrow('does not answer');
  });

  it('has to be a connection string', async () => {
    await expect(checkExternalDatabase('localhost:27017')).rejects.toThrow('is no connection string');
  });
});
