import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeServer, listen } from '../processes/listen.ts';
import { mongodOnPath } from './find-mongod.ts';
import { type Database, startDatabase } from './index.ts';

const standIn = fileURLToPath(new URL('mongod.test-support.mjs', import.meta.url));
let folder: string;
let database: Database | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-mongod-'));
});

afterEach(async () => {
  await database?.kill();
  database = undefined;
  rmSync(folder, { recursive: true });
});

/** Puts a script on a PATH of its own, as `mongod`. */
function withMongod(script: string): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'mongod'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'mongod'), 0o755);
  return { ...process.env, PATH: `${bin}:/usr/bin:/bin` };
}

async function start(): Promise<Database> {
  const env = withMongod(`exec '${process.execPath}' '${standIn}' "$@"`);
  database = await startDatabase({ cacheDir: join(folder, 'cache'), dataDir: folder, env });
  return database;
}

async function ask(uri: string, command: Record<string, unknown>) {
  const client = new mongoose.mongo.MongoClient(uri);
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}

describe('a mongod on the PATH', { timeout: 60_000 }, () => {
  it('is the first choice, and made a replica set of one', async () => {
    const { uri, port, engine, description } = await start();

    expect([engine, description]).toEqual(['mongod', 'mongod 8.2.1 (found on the PATH)']);
    expect(await ask(uri, { hello: 1 })).toMatchObject({
      setName: 'serene',
      isWritablePrimary: true,
      hosts: [`127.0.0.1:${port}`],
    });
  });

  it('keeps its port and its configuration in the next run', async () => {
    const first = await start();
    await first.stop();

    const second = await start();

    expect(second.port).toBe(first.port);
    expect(await ask(second.uri, { replSetGetConfig: 1 })).toMatchObject({ config: { version: 1 } });
  });

  it('is told its new address when it had to move to another port', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer();
    await listen(squatter, first.port);

    const second = await start();
    await closeServer(squatter);

    expect(await ask(second.uri, { replSetGetConfig: 1 })).toMatchObject({
      config: { version: 2, members: [{ host: `127.0.0.1:${second.port}` }] },
    });
    expect(await ask(second.uri, { hello: 1 })).toMatchObject({ isWritablePrimary: true });
  });

  it('that ends at once is reported with what it said, and the data is left alone', async () => {
    const lines = [
      '{"s":"E","msg":"WiredTiger error","attr":{"error":"checksum mismatch"}}',
      '{"s":"I","msg":"Shutting down"}',
    ];
    const env = withMongod(
      `[ "$1" = --version ] && echo "db version v8.2.1" || { echo '${lines.join('\n')}'; exit 14; }`,
    );

    await expect(startDatabase({ cacheDir: folder, dataDir: folder, env })).rejects.toMatchObject({
      message: expect.stringMatching(
        /cannot be opened by mongod 8\.2\.1, it seems damaged: WiredTiger error: "checksum mismatch"/,
      ),
      remedy: expect.stringContaining('Nothing was changed or deleted.'),
    });
  });

  it('is passed over when it is too old, or does not run', async () => {
    expect(await mongodOnPath(withMongod("echo 'db version v4.4.29'"))).toEqual({
      missing: 'mongod 4.4.29 is too old (6.0 or newer is needed)',
    });
    expect(await mongodOnPath(withMongod('exit 127'))).toEqual({
      missing: expect.stringMatching(/^mongod does not run/),
    });
  });
});
