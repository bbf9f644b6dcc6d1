import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { StartError } from '../start-error.ts';
import { guard } from './watchdog.ts';

const keptLines = 40;
const defaultGraceMs = 5_000;

export type ChildOptions = {
  /** How messages and the log call it. */
  name: string;
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv | undefined;
  /** Gets everything the child prints, appended. */
  logFile?: string | undefined;
  /** Whether its owner alone may read the files that it makes. */
  hasPrivateFiles?: boolean;
  /** Called with each line of its standard output and error. */
  onLine?: (line: string) => void;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type Child = {
  readonly name: string;
  readonly pid: number;
  /** Settles once, when the process is gone and all it printed was read. */
  readonly exited: Promise<Exit>;
  /** Null while it runs. Trust this, not an open port: another program may have the port. */
  exit(): Exit | null;
  /** The last lines that it printed. */
  tail(): readonly string[];
  /** Asks it to end (SIGTERM), and kills it with all its own children after `graceMs` (default 5 s). */
  stop(graceMs?: number): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
};

/**
 * Starts a program in a process group of its own: Ctrl-C reaches the starter alone, which then ends its children in
 * the right order. A starter that dies without doing so is followed by its children (see `guard`).
 * @throws StartError when the program cannot be run
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { name } = options;
  const child = spawnChild(options);
  const output = collectOutput(child, options);
  let exit: Exit | null = null;
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => {
      const how = { code, signal };
      exit = how;
      void output.close().then(() => resolve(how));
    });
  });
  const pid = await whenSpawned(child, name);
  const release = guard(pid);
  child.once('exit', () => {
    signalGroup(pid, 'SIGKILL');
    release();
  });
  return {
    name,
    pid,
    exited,
    exit: () => exit,
    tail: () => output.lines,
    async stop(graceMs = defaultGraceMs) {
      child.kill('SIGTERM');
      const timer = setTimeout(signalGroup, graceMs, pid, 'SIGKILL');
      await exited;
      clearTimeout(timer);
    },
    async kill() {
      signalGroup(pid, 'SIGKILL');
      await exited;
    },
  };
}

type Output = { readonly lines: readonly string[]; close(): Promise<void> };

function collectOutput({ stdout, stderr }: { stdout: Readable; stderr: Readable }, options: ChildOptions): Output {
  const { logFile, onLine } = options;
  const log = logFile === undefined ? null : openLog(logFile);
  const lines: string[] = [];
  for (const input of [stdout, stderr]) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      log?.write(`${line}\n`);
      onLine?.(line);
    });
  }
  return { lines, close: () => (log ? ended(log) : Promise.resolve()) };
}

function spawnChild({ command, args, cwd, env = process.env, hasPrivateFiles = false }: ChildOptions) {
  // A child takes over the mask of the moment in which it is spawned.
  const mask = hasPrivateFiles ? process.umask(0o077) : null;
  try {
    return spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  } finally {
    if (mask !== null) process.umask(mask);
  }
}

function whenSpawned(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => {
      if (child.pid !== undefined) resolve(child.pid);
    });
    child.once('error', (cause) => {
      reject(new StartError(`${name} cannot be run: ${cause.message}.`, 'Check that it is installed.', { cause }));
    });
  });
}

/** Words for how a process ended. */
export function describeExit({ code, signal }: Exit): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

/** Until then the file may not be there yet, and its folder must stay. */
function ended(log: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    // A log that cannot be written is no reason to lose the process.
    log.once('error', () => resolve());
    log.end(() => resolve());
  });
}

function openLog(file: string) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // Everyone in the group has gone already; macOS says EPERM where only zombies are left.
    const gone = error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM');
    if (!gone) throw error;
  }
}
