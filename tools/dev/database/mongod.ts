import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { Child } from '../processes/child.ts';
import { StartError } from '../start-error.ts';
import type { Engine, LaunchFailure, LaunchOptions } from './engine.ts';
import type { MongodProgram } from './find-mongod.ts';

const replicaSet = 'serene';
const pollMs = 50;
const electionTimeoutMs = 30_000;

/** What `replSetGetConfig` answers, as far as it matters here; the rest is handed back as it came. */
const configAnswerSchema = z.object({
  config: z.looseObject({ version: z.number(), members: z.tuple([z.looseObject({ host: z.string() })]) }),
});

const alreadyInitialized = 23;

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
    hasPrivateFiles: true,
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
    env: options.env,
    logFile: options.logFile,
  });
  await untilPrimary(child, options.port);
  if (!child.exit()) return child;
  const said = child.tail();
  return { kind: failureKind(said.join('\n')), said: errorsOf(said).join('\n') };
}

type Client = InstanceType<typeof mongoose.mongo.MongoClient>;

/**
 * Returns when the server is primary, or when it has ended.
 * @throws StartError when it is neither in time
 */
async function untilPrimary(child: Child, port: number): Promise<void> {
  const deadline = performance.now() + electionTimeoutMs;
  let last = 'it was not asked';
  while (!child.exit()) {
    const answer = await tryToBePrimary(child, port);
    if (answer === 'primary') return;
    last = answer;
    if (performance.now() > deadline) {
      await child.stop();
      throw new StartError(
        `mongod runs, but did not become primary in ${electionTimeoutMs / 1_000} s (${last}).`,
        'Try again.',
      );
    }
    await wait(pollMs);
  }
}

/** One step towards a replica set that takes writes: says whether it is there, or what is in the way. */
async function tryToBePrimary(child: Child, port: number): Promise<string> {
  // A client that failed to connect once stays closed, so each step has its own.
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    // The process id tells our server from another one that has the port.
    const status = await client.db('admin').command({ serverStatus: 1 });
    if (Number(status['pid']) !== child.pid) return 'another server has its port';
    await configure(client, port);
    const hello = await client.db('admin').command({ hello: 1 });
    return hello['isWritablePrimary'] === true ? 'primary' : 'no election yet';
  } catch (error) {
    // Not listening yet, or between two states of the replica set.
    if (error instanceof mongoose.mongo.MongoError) return error.message;
    throw error;
  } finally {
    await client.close();
  }
}

/** Makes the replica set on a first start; gives its member the new address when the port has changed. */
async function configure(client: Client, port: number): Promise<void> {
  const admin = client.db('admin');
  const host = `127.0.0.1:${port}`;
  try {
    await admin.command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] } });
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== alreadyInitialized) throw error;
    const { config } = configAnswerSchema.parse(await admin.command({ replSetGetConfig: 1 }));
    const [member] = config.members;
    if (member.host === host) return;
    // Not finding itself in its configuration, the server is no member, and only force can make it one again.
    const moved = { ...config, version: config.version + 1, members: [{ ...member, host }] };
    await admin.command({ replSetReconfig: moved, force: true });
  }
}

const logLineSchema = z.object({
  s: z.enum(['E', 'F']),
  msg: z.string(),
  attr: z.object({ error: z.unknown() }).partial().optional(),
});

/** The errors among mongod's log lines, which are JSON, in words; all lines where there is none. */
function errorsOf(lines: readonly string[]): readonly string[] {
  const errors = lines.flatMap((line) => {
    const entry = logLineSchema.safeParse(parseJson(line));
    if (!entry.success) return [];
    const { msg, attr } = entry.data;
    return [attr?.error === undefined ? msg : `${msg}: ${JSON.stringify(attr.error)}`];
  });
  return errors.length > 0 ? errors : lines;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function failureKind(said: string): LaunchFailure['kind'] {
  if (/Address already in use|SocketException/.test(said)) return 'port-taken';
  if (/DBPathInUse|Unable to lock the lock file|Resource temporarily unavailable/.test(said)) return 'in-use';
  return 'broken';
}
