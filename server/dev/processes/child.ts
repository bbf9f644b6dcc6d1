import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
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
  env?: NodeJS.ProcessEnv;
  /** Gets everything the child prints, appended. */
  logFile?: string;
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
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const log = options.logFile === undefined ? undefined : openLog(options.logFile);
  const read = (line: string) => {
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    log?.write(`${line}\n`);
    options.onLine?.(line);
  };
  createInterface({ input: child.stdout }).on('line', read);
  createInterface({ input: child.stderr }).on('line', read);

  let exit: Exit | null = null;
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => {
      exit = { code, signal };
      log?.end();
      resolve(exit);
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => {
      reject(
        new StartError(`${options.name} cannot be run: ${cause.message}.`, 'Check that it is installed.', { cause }),
      );
    });
  });
  const { pid } = child;
  if (pid === undefined) throw new StartError(`${options.name} cannot be run.`, 'Check that it is installed.');
  const release = guard(pid);
  child.once('exit', () => {
    signalGroup(pid, 'SIGKILL');
    release();
  });

  const kill = async () => {
    signalGroup(pid, 'SIGKILL');
    await exited;
  };
  const stop = async (graceMs = defaultGraceMs) => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => {
      signalGroup(pid, 'SIGKILL');
    }, graceMs);
    await exited;
    clearTimeout(timer);
  };
  return { name: options.name, pid, exited, exit: () => exit, tail: () => lines, stop, kill };
}

/** Words for how a process ended. */
export function describeExit({ code, signal }: Exit): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

function openLog(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  return createWriteStream(file, { flags: 'a' });
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
