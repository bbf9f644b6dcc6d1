import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startChild } from '../processes/child.ts';
import { isPortFree } from '../processes/ports.ts';
import { type Database, startDatabase } from './index.ts';
import { releaseLocks } from './release-locks.ts';

const cacheDir = fileURLToPath(new URL('../../../.cache', import.meta.url));
const toolsFolder = fileURLToPath(new URL('../..', import.meta.url));
/** Keeps to what every machine has: no mongod of its own, and no download of one. */
const env = { ...process.env, PATH: pathWithoutMongod(), MONGOMS_RUNTIME_DOWNLOAD: 'false' };

let dataDir: string;
const running: Database[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'serene-data-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.splice(0).map((database) => database.kill()));
  rmSync(dataDir, { recursive: true });
});

function pathWithoutMongod(): string {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.filter((folder) => !existsSync(join(folder, 'mongod'))).join(':');
}

async function start(options: { dataDir?: string; port?: number } = { dataDir }): Promise<Database> {
  const database = await startDatabase({ cacheDir, env, ...options });
  running.push(database);
  return database;
}

async function withClient<T>(uri: string, work: (client: mongoose.mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

function listenOn(port: number) {
  const server = createServer();
  return new Promise<() => Promise<void>>((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      resolve(() => new Promise((closed) => server.close(() => closed())));
    });
  });
}

describe('the embedded database', { timeout: 60_000 }, () => {
  it('is a replica set with transactions, on loopback only', async () => {
    const { uri } = await start();

    await withClient(uri, async (client) => {
      const hello = await client.db('admin').command({ hello: 1 });
      expect(hello).toMatchObject({ setName: expect.any(String), isWritablePrimary: true });
      await client.db().collection('facts').insertOne({ kept: false });
      await client.withSession((session) =>
        session.withTransaction(() => client.db().collection('facts').insertOne({ kept: true }, { session })),
      );
      expect(await client.db().collection('facts').countDocuments()).toBe(2);
    });
  });

  it('keeps what was committed, and its port, over a kill -9 (rule T1)', async () => {
    const first = await start();
    await withClient(first.uri, async (client) => {
      for (let number = 0; number < 20; number += 1) {
        await client.withSession((session) =>
          session.withTransaction(() => client.db().collection('facts').insertOne({ number }, { session })),
        );
      }
      await first.kill();
    });

    const second = await start();

    expect(second.port).toBe(first.port);
    expect(await withClient(second.uri, (client) => client.db().collection('facts').countDocuments())).toBe(20);
  });

  it('moves to another port with its data when somebody has taken the old one', async () => {
    const first = await start();
    await withClient(first.uri, (client) => client.db().collection('facts').insertOne({ kept: true }));
    await first.kill();
    const close = await listenOn(first.port);

    const second = await start();
    await close();

    expect(second.port).not.toBe(first.port);
    await withClient(second.uri, async (client) => {
      const hello = await client.db('admin').command({ hello: 1 });
      expect(hello['me']).toBe(`127.0.0.1:${second.port}`);
      expect(await client.db().collection('facts').countDocuments()).toBe(1);
    });
  });

  it('insists on a port that was asked for', async () => {
    const taken = await start();

    await expect(start({ dataDir, port: taken.port })).rejects.toThrow(`Port ${taken.port} (DATABASE_PORT) is in use`);
  });

  it('leaves nothing behind when it was for one run only', async () => {
    vi.stubEnv('TMPDIR', dataDir);
    const database = await startDatabase({ cacheDir, env });
    expect(readdirSync(dataDir)).toHaveLength(1);

    await database.stop();

    expect(readdirSync(dataDir)).toEqual([]);
    expect(await isPortFree(database.port)).toBe(true);
  });

  it('frees what a process killed inside a transaction has locked (rule T5)', async () => {
    const { uri } = await start();
    await withClient(uri, (client) =>
      client
        .db()
        .collection('facts')
        .insertMany([{ name: 'row', value: 0 }]),
    );
    const script = `
      import mongoose from 'mongoose';
      const client = new mongoose.mongo.MongoClient(${JSON.stringify(uri)});
      const session = client.startSession();
      session.startTransaction();
      await client.db().collection('facts').updateOne({ name: 'row' }, { $inc: { value: 1 } }, { session });
      console.log('locked');
      setInterval(() => {}, 1000);`;
    const holder = await startChild({
      name: 'A process',
      command: process.execPath,
      args: ['--input-type=module', '-e', script],
      cwd: toolsFolder,
    });
    await vi.waitUntil(() => holder.tail().includes('locked'), { timeout: 10_000 });
    await holder.kill();

    await releaseLocks(uri);

    await withClient(uri, async (client) => {
      const update = client
        .db()
        .collection('facts')
        .updateOne({ name: 'row' }, { $set: { value: 7 } }, { maxTimeMS: 2_000 });
      expect((await update).modifiedCount).toBe(1);
    });
  });
});

describe('data that cannot be opened', { timeout: 60_000 }, () => {
  it('of another engine is left alone, and the message says what to do', async () => {
    const home = join(dataDir, 'database');
    mkdirSync(home);
    writeFileSync(join(home, 'engine.json'), '{"engine":"mongod"}');

    await expect(start()).rejects.toMatchObject({
      message: expect.stringMatching(/^The data was made by mongod, and there is none now \(no mongod on the PATH/),
      remedy: expect.stringContaining('Nothing was changed.'),
    });
    expect(readdirSync(home)).toEqual(['engine.json']);
  });

  it('because it is damaged is kept as it is', async () => {
    await (await start()).kill();
    const turtle = join(dataDir, 'database/files/WiredTiger.turtle');
    writeFileSync(turtle, 'damaged');

    await expect(start()).rejects.toMatchObject({
      message: expect.stringContaining('it seems damaged'),
      remedy: expect.stringContaining('Nothing was changed or deleted.'),
    });
    expect(readFileSync(turtle, 'utf8')).toBe('damaged');
  });

  it.each([['WiredTiger.turtle'], ['WiredTiger', 'WiredTiger.wt', 'WiredTiger.turtle']])(
    'because %s is gone is refused, instead of beginning anew beside the data',
    async (...gone) => {
      await (await start()).kill();
      const files = join(dataDir, 'database/files');
      for (const name of gone) rmSync(join(files, name));
      const left = readdirSync(files);

      await expect(start()).rejects.toMatchObject({
        message: expect.stringContaining(`lacks ${gone.join(', ')}`),
        remedy: expect.stringContaining('Nothing was changed or deleted.'),
      });
      expect(readdirSync(files)).toEqual(left);
    },
  );

  it('because nobody knows what made it is refused', async () => {
    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database/some.wt'), '');

    await expect(start()).rejects.toThrow('does not say which database made it');
  });
});
