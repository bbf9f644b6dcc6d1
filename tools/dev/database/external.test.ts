import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startChild } from '../processes/child.ts';
import { createChildren } from '../processes/children.ts';
import { freePort } from '../processes/ports.ts';
import { checkExternalDatabase, isInUse } from './external.ts';
import { installSecantus } from './install-secantus.ts';
import { testUri } from '../../../server/test/test-uri.ts';

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
    await expect(checkExternalDatabase(testUri())).resolves.toBeUndefined();
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

describe('a database that others use', () => {
  const uri = testUri().replace('/serene?', '/external-in-use?');

  async function insert(...emails: string[]) {
    const client = new mongoose.mongo.MongoClient(uri);
    await client.db().dropDatabase();
    if (emails.length > 0)
      await client
        .db()
        .collection('users')
        .insertMany(emails.map((email) => ({ email })));
    await client.close();
  }

  it('is told by its users, unless they are those of the demo', async () => {
    await insert();
    expect(await isInUse(uri)).toBe(false);

    await insert('customer@example.com', 'someone@example.com');
    expect(await isInUse(uri)).toBe(false);

    await insert('someone@example.com');
    expect(await isInUse(uri)).toBe(true);
  });
});
