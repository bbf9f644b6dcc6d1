import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { poll } from './poll.ts';
import { freePorts } from './ports.ts';

const toolsFolder = fileURLToPath(new URL('../../tools', import.meta.url));
const startTimeoutMs = 180_000;
const stopTimeoutMs = 30_000;

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
  databaseUri: string;
  /** Moves the clock of API, jobs, tokens, sandbox and mailbox; `+23h` is from the real time, `0` is back to it. */
  moveClock(offset: string): Promise<void>;
  /** Kills the API as a crash would and resolves when the starter has it up again. */
  crashApi(): Promise<void>;
  /** Kills the database likewise. */
  crashDatabase(): Promise<void>;
  /** The mails sent to an address so far, the oldest first. */
  mails(to: string): Promise<Mail[]>;
  /** Waits (as long as `poll` does) for a mail to this address whose subject contains the text. */
  mail(to: string, subject: string): Promise<Mail>;
  stop(): Promise<void>;
};

/** Starts a stack. `env` goes on top, e.g. `{ RATE_LIMITS: 'off' }`. */
export async function startStack(env: Record<string, string> = {}): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'serene-e2e-'));
  const [api, web, sandbox, mailbox] = await freePorts(4);
  const starter = spawn(process.execPath, ['--import', 'tsx', 'dev/start.ts'], {
    cwd: toolsFolder,
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
  let lines: string[];
  try {
    lines = await untilReady(starter);
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
    databaseUri: databaseUriIn(lines),
    moveClock: (offset) => writeFile(join(dataDir, 'clock-offset'), `${offset}\n`),
    crashApi: () => crash(dataDir, 'api'),
    crashDatabase: () => crash(dataDir, 'database'),
    mails,
    mail: async (to, subject) => {
      let there: Mail[] = [];
      const find = async () => {
        there = await mails(to);
        return there.find((candidate) => candidate.subject.includes(subject));
      };
      const inMailbox = () => `there were: ${there.map((mail) => mail.subject).join(' | ') || 'none'}`;
      return poll(() => `a mail to ${to} about "${subject}"; ${inMailbox()}`, find);
    },
    stop,
  };
}

/** @returns what the starter printed */
async function untilReady(starter: ChildProcess): Promise<string[]> {
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
  return lines;
}

function databaseUriIn(lines: readonly string[]): string {
  const uri = /mongodb:\/\/\S+/.exec(lines.join('\n'))?.[0];
  if (uri === undefined) throw new Error('The starter named no database.');
  return uri;
}

/** Asks a process to end, and makes it after a while. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}

/** The starter writes the process ids of what is up; a new one means that the part is ready again. */
async function crash(dataDir: string, part: string): Promise<void> {
  const before = await processId(dataDir, part);
  if (before === undefined) throw new Error(`No process is known for ${part}.`);
  process.kill(before, 'SIGKILL');
  await poll(
    () => `a new process for ${part}`,
    async () => {
      const now = await processId(dataDir, part);
      return now === before ? undefined : now;
    },
  );
}

async function processId(dataDir: string, part: string): Promise<number | undefined> {
  const processes: Record<string, number> = JSON.parse(await readFile(join(dataDir, 'processes.json'), 'utf8'));
  return processes[part];
}
