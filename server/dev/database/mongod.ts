import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { Child } from '../processes/child.ts';
import type { Engine, LaunchFailure, LaunchOptions } from './engine.ts';
import type { MongodProgram } from './find-mongod.ts';

const replicaSet = 'serene';
const pollMs = 50;
const electionTimeoutMs = 30_000;

/** `local.system.replset`: the replica set's configuration as mongod stores it. */
const storedConfigSchema = z.looseObject({
  _id: z.string(),
  version: z.number(),
  members: z.array(z.looseObject({ host: z.string() })).min(1),
});

const errorCodes = { alreadyInitialized: 23 };

/** A mongod of this machine, as a replica set of one. */
export function mongodEngine(program: MongodProgram): Engine {
  return {
    name: 'mongod',
    label: `mongod ${program.version}`,
    launch: (options) => launchMongod(program, options),
    uri: (port) => `mongodb://127.0.0.1:${port}/serene?directConnection=true`,
  };
}

async function launchMongod(program: MongodProgram, options: LaunchOptions): Promise<Child | LaunchFailure> {
  const child = await options.children.start({
    name: 'mongod',
    command: program.command,
    // The parameter: a process killed inside a transaction keeps its rows locked until the server gives up (rule T5).
    args: [
      `--replSet=${replicaSet}`,
      '--bind_ip=127.0.0.1',
      `--port=${options.port}`,
      `--dbpath=${options.folder}`,
      '--oplogSize=512',
      '--nounixsocket',
      '--setParameter=transactionLifetimeLimitSeconds=5',
    ],
    ...(options.logFile === undefined ? {} : { logFile: options.logFile }),
  });
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${options.port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 500,
  });
  try {
    await untilPrimary(child, client, options.port);
  } finally {
    await client.close();
  }
  if (!child.exit()) return child;
  const said = child.tail().join('\n');
  return { kind: failureKind(said), said };
}

type Client = InstanceType<typeof mongoose.mongo.MongoClient>;

/** Returns when the server is primary, or when it has ended. */
async function untilPrimary(child: Child, client: Client, port: number): Promise<void> {
  const deadline = performance.now() + electionTimeoutMs;
  let configured = false;
  while (!child.exit() && performance.now() < deadline) {
    try {
      // The process id tells our server from another one that has the port.
      const status = await client.db('admin').command({ serverStatus: 1 });
      if (Number(status['pid']) === child.pid) {
        if (!configured) await configure(client, port);
        configured = true;
        const hello = await client.db('admin').command({ hello: 1 });
        if (hello['isWritablePrimary'] === true) return;
      }
    } catch (error) {
      // Not listening yet, or between two states of the replica set: ask again.
      if (!(error instanceof mongoose.mongo.MongoError)) throw error;
    }
    await wait(pollMs);
  }
  if (!child.exit()) await child.stop();
}

/** Makes the replica set on a first start; gives its member the new address when the port has changed. */
async function configure(client: Client, port: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const stored = await client.db('local').collection('system.replset').findOne();
  if (stored === null) {
    await initiate(client, host);
    return;
  }
  const config = storedConfigSchema.parse(stored);
  const [member] = config.members;
  if (member === undefined || member.host === host) return;
  // Not finding itself in its configuration, the server is no member and can only be reconfigured by force.
  await client.db('admin').command({
    replSetReconfig: { ...config, version: config.version + 1, members: [{ ...member, host }] },
    force: true,
  });
}

async function initiate(client: Client, host: string): Promise<void> {
  try {
    await client.db('admin').command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] } });
  } catch (error) {
    const done = error instanceof mongoose.mongo.MongoServerError && error.code === errorCodes.alreadyInitialized;
    if (!done) throw error;
  }
}

function failureKind(said: string): LaunchFailure['kind'] {
  if (/Address already in use|SocketException/.test(said)) return 'port-taken';
  if (/DBPathInUse|Unable to lock the lock file|Resource temporarily unavailable/.test(said)) return 'in-use';
  return 'broken';
}
