import { join } from 'node:path';
import { createChildren } from '../processes/children.ts';
import { createProcessTable, type ProcessTable } from '../processes/process-table.ts';
import type { Supervised } from '../processes/supervise.ts';
import { writeFileAtomically } from '../processes/write-file.ts';
import { endOrder, type Part, type StackContext } from './context.ts';
import { fillDatabase, startStackDatabase } from './database.ts';
import { clockFile } from './environment.ts';
import { bundleServer } from './launch.ts';
import { lockDataDir } from './lock.ts';
import { buildWeb, serveWeb, startApi, startMail, startSandbox, startVite } from './parts.ts';
import { checkPorts, makeDataDir, setLogsAside } from './preflight.ts';
import { makePrivate } from './private-files.ts';
import { loadSecrets } from './secrets.ts';

type StackOptions = Pick<StackContext, 'settings' | 'say' | 'onGiveUp'>;

export type Stack = {
  /** Brings everything up; resolves when it can be used, and says whether there is demo data. @throws StartError when it cannot */
  start(): Promise<{ demo: boolean }>;
  /** Ends everything in order, also in the middle of a start. */
  end(): Promise<void>;
};

/** The whole product on this machine: each part real where the environment says so, otherwise its stand-in. */
export function createStack(options: StackOptions): Stack {
  const { settings } = options;
  const { dataDir } = settings;
  const children = createChildren();
  const running = new Map<Part, Supervised>();
  let table: ProcessTable | null = null;
  let unlock: () => void = () => undefined;

  const keep = async <T extends Supervised>(part: Part, starting: Promise<T>): Promise<T> => {
    const started = await starting;
    running.set(part, started);
    return started;
  };

  const start = async () => {
    await checkPorts(settings);
    makeDataDir(dataDir);
    // Everything below replaces files that a running stack works with.
    unlock = await lockDataDir(dataDir, `http://localhost:${settings.ports.web}`);
    makePrivate(dataDir);
    setLogsAside(dataDir);
    // A moved clock belongs to one run: every start begins at CLOCK_OFFSET, or at the real time.
    writeFileAtomically(clockFile(settings), `${settings.clockOffset}\n`);
    table = createProcessTable(join(dataDir, 'processes.json'));
    const context = { ...options, children, table, secrets: loadSecrets(join(dataDir, 'secrets.json')) };

    const filledDatabase = async () => {
      const [database] = await Promise.all([keep('database', startStackDatabase(context)), bundleServer(context)]);
      return { database, demo: await fillDatabase(context, database) };
    };
    const [{ database, demo }, mailbox, folder] = await Promise.all([
      filledDatabase(),
      settings.smtpUrl === undefined ? keep('mailbox', startMail(context)) : null,
      settings.watch ? null : buildWeb(context),
      settings.razorpayKeyId === undefined ? keep('sandbox', startSandbox(context)) : null,
    ]);
    await keep('api', startApi(context, { database, smtpUrl: mailbox?.smtpUrl ?? settings.smtpUrl ?? '' }));
    await keep('web', folder === null ? startVite(context) : serveWeb(context, folder));
    return { demo };
  };

  const end = async () => {
    for (const part of endOrder) await running.get(part)?.stop();
    await children.endAll();
    table?.close();
    unlock();
  };

  return { start, end };
}
