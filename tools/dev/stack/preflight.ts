import { accessSync, constants, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { isPortFree } from '../processes/ports.ts';
import { StartError } from '../start-error.ts';
import type { Settings } from './settings.ts';

/**
 * Makes sure that every port with a fixed number is free, before anything is started.
 * @throws StartError naming all that are not
 */
export async function checkPorts({ ports, razorpayKeyId, smtpUrl, smtpPort }: Settings): Promise<void> {
  const needed = [
    { name: 'CLIENT_PORT', part: 'the web app', port: ports.web },
    { name: 'PORT', part: 'the API', port: ports.api },
    ...(razorpayKeyId === undefined
      ? [{ name: 'SANDBOX_PORT', part: 'the gateway sandbox', port: ports.sandbox }]
      : []),
    ...(smtpUrl === undefined ? [{ name: 'MAILBOX_PORT', part: 'the mailbox', port: ports.mailbox }] : []),
    ...(smtpUrl === undefined && smtpPort !== undefined ? [{ name: 'SMTP_PORT', part: 'mail', port: smtpPort }] : []),
  ];
  const twice = needed.find(({ port }, index) => needed.findIndex((other) => other.port === port) !== index);
  if (twice)
    throw new StartError(
      `${twice.name} is ${twice.port}, which another part has too.`,
      'Give each part a port of its own.',
    );
  const taken: typeof needed = [];
  for (const need of needed) {
    if (!(await isPortFree(need.port))) taken.push(need);
  }
  const [first] = taken;
  if (!first) return;
  const list = taken.map(({ port, name, part }) => `${port} (${name}, for ${part})`).join(', ');
  throw new StartError(
    `${taken.length === 1 ? 'A port is' : 'Some ports are'} in use by another program: ${list}.`,
    `End that program (is Serene running already?), or choose another port: ${first.name}=${first.port + 1000} npx pnpm@12 start`,
  );
}

/** Makes the folder of the data, for its owner only. @throws StartError if it cannot be written */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new StartError(
      `The data folder ${dataDir} cannot be written: ${cause.message}.`,
      'Set DATA_DIR to another folder.',
      { cause },
    );
  }
}

/** Puts the logs of the run before aside. */
export function setLogsAside(dataDir: string): void {
  const logs = join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(logs)) {
    if (!name.endsWith('.log') || name.endsWith('.previous.log')) continue;
    renameSync(join(logs, name), join(logs, name.replace(/\.log$/, '.previous.log')));
  }
}
