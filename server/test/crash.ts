import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { buildApi } from '../../tools/chaos/stack/build-api.ts';
import { keys, type BookingWorld } from './booking-world.ts';
import type { CrashPlan } from './crash-process.ts';

let program: Promise<string> | null = null;

/** Built once for all the processes of a test file: a bundle starts much faster than the source. */
async function buildOnce(): Promise<string> {
  const file = await buildApi(fileURLToPath(new URL('crash-process.ts', import.meta.url)), `crash-${process.pid}`);
  process.once('exit', () => {
    rmSync(file, { force: true });
    rmSync(`${file}.map`, { force: true });
  });
  return file;
}

type KillAt = CrashPlan['killAt'];

/** The step at which a command is sent to a collection, or `after` it was acknowledged. */
export function atDatabase(command: string, collection?: string, when: 'before' | 'after' = 'before'): KillAt {
  return { step: 'database', command, when, ...(collection === undefined ? {} : { collection }) };
}

/** The step at which a command is sent to a collection for the nth time. */
export function atNth(nth: number, command: string, collection: string): KillAt {
  return { step: 'database', command, when: 'before', collection, nth };
}

type Crash = { world: BookingWorld; uri: string; action: CrashPlan['action']; killAt: KillAt };

/**
 * Runs an action in a process of its own, which is gone with SIGKILL at that step; then frees the rows that it had
 * locked, which the database does by itself after a while (rule T5).
 */
export async function crashProcess({ world, uri, action, killAt }: Crash): Promise<void> {
  const plan: CrashPlan = {
    uri,
    dbName: mongoose.connection.name,
    gateway: { keyId: keys.keyId, keySecret: keys.keySecret, baseUrl: world.sandbox.url },
    now: world.clock.now().toISOString(),
    killAt,
    action,
  };
  program ??= buildOnce();
  const child = spawn(process.execPath, [await program, JSON.stringify(plan)], { stdio: 'pipe' });
  const output: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const signal = await new Promise((resolve) => child.once('exit', (code, killedBy) => resolve(killedBy ?? code)));
  if (signal !== 'SIGKILL') throw new Error(`The step was never reached (${String(signal)}).\n${output.join('')}`);
  await mongoose.connection.db?.admin().command({ killAllSessions: [] });
}
