import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const serverFolder = fileURLToPath(new URL('../../server', import.meta.url));
const startTimeoutMs = 180_000;
const stopTimeoutMs = 30_000;
const pollMs = 100;

/** A mail as the mailbox's `GET /api/messages` lists it. */
export type Mail = {
  id: string;
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  receivedAt: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; content: string }[];
};

/** The whole product, started as a person would, with its own ports and its own empty data folder. */
export type Stack = {
  webUrl: string;
  apiUrl: string;
  sandboxUrl: string;
  mailboxUrl: string;
  /** Moves the clock of API, jobs, tokens, sandbox and mailbox; `+23h` is from the real time, `0` is back to it. */
  moveClock(offset: string): Promise<void>;
  /** Kills the API as a crash would and resolves when the starter has it up again. */
  crashApi(): Promise<void>;
  /** Kills the database likewise. */
  crashDatabase(): Promise<void>;
  /** The mails sent to an address so far, the oldest first. */
  mails(to: string): Promise<Mail[]>;
  /** Waits (at most 30 s) for a mail to this address whose subject contains the text. */
  mail(to: string, subject: string): Promise<Mail>;
  stop(): Promise<void>;
};

/** Starts a stack. `env` goes on top, e.g. `{ RATE_LIMITS: 'off' }`. */
export async function startStack(env: Record<string, string> = {}): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'serene-e2e-'));
  const [api, web, sandbox, mailbox] = await freePorts(4);
  const starter = spawn(process.execPath, ['--import', 'tsx', 'dev/start.ts'], {
    cwd: serverFolder,
    env: {
      ...process.env,
      PORT: `${api}`,
      CLIENT_PORT: `${web}`,
      SANDBOX_PORT: `${sandbox}`,
      MAILBOX_PORT: `${mailbox}`,
      DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    await end(starter);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(starter);
  } catch (error) {
    await stop();
    throw error;
  }
  const mailboxUrl = `http://127.0.0.1:${mailbox}`;
  const mails = async (to: string) => {
    const response = await fetch(`${mailboxUrl}/api/messages?to=${encodeURIComponent(to)}`);
    const list: Mail[] = await response.json();
    return list;
  };
  return {
    webUrl: `http://localhost:${web}`,
    apiUrl: `http://127.0.0.1:${api}/api/v1`,
    sandboxUrl: `http://127.0.0.1:${sandbox}`,
    mailboxUrl,
    moveClock: (offset) => writeFile(join(dataDir, 'clock-offset'), `${offset}\n`),
    crashApi: () => crash(dataDir, 'api'),
    crashDatabase: () => crash(dataDir, 'database'),
    mails,
    mail: (to, subject) =>
      poll(`a mail to ${to} about "${subject}"`, async () =>
        (await mails(to)).find((candidate) => candidate.subject.includes(subject)),
      ),
    stop,
  };
}

async function untilReady(starter: ChildProcess): Promise<void> {
  const { stdout } = starter;
  if (stdout === null) throw new Error('The starter has no standard output.');
  const lines: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    const fail = (why: string) => {
      reject(new Error(`The stack did not come up: ${why}\n${lines.join('\n')}`));
    };
    const timer = setTimeout(fail, startTimeoutMs, `not ready in ${startTimeoutMs / 1_000} s`);
    createInterface({ input: stdout }).on('line', (line) => {
      lines.push(line);
      if (!line.startsWith('Serene is ready')) return;
      clearTimeout(timer);
      resolve();
    });
    starter.once('exit', (code) => {
      clearTimeout(timer);
      fail(`the starter ended with code ${code}`);
    });
  });
  await ready;
}

async function end(starter: ChildProcess): Promise<void> {
  if (starter.exitCode !== null || starter.signalCode !== null) return;
  const exited = once(starter, 'exit');
  starter.kill('SIGTERM');
  const timer = setTimeout(() => starter.kill('SIGKILL'), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}

/** The starter writes the process ids of what is up; a new one means that the part is ready again. */
async function crash(dataDir: string, part: string): Promise<void> {
  const before = await processId(dataDir, part);
  if (before === undefined) throw new Error(`No process is known for ${part}.`);
  process.kill(before, 'SIGKILL');
  await poll(`a new process for ${part}`, async () => {
    const now = await processId(dataDir, part);
    return now === before ? undefined : now;
  });
}

async function processId(dataDir: string, part: string): Promise<number | undefined> {
  const processes: Record<string, number> = JSON.parse(await readFile(join(dataDir, 'processes.json'), 'utf8'));
  return processes[part];
}

async function poll<T>(what: string, probe: () => Promise<T | undefined>, timeoutMs = 30_000): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    const found = await probe();
    if (found !== undefined) return found;
    await wait(pollMs);
  }
  throw new Error(`Waited ${timeoutMs / 1_000} s in vain for ${what}.`);
}

/**
 * Ports that were free a moment ago, all different. They lie below the range from which systems take the ports of
 * outgoing connections, so that no browser gets one of them in the meantime.
 */
async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
  await once(server.close(), 'close');
  return true;
}
