import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Child, Exit } from '../processes/child.ts';
import { type Children, createChildren } from '../processes/children.ts';
import { isPortFree } from '../processes/ports.ts';
import { storedPort } from '../processes/stored-port.ts';
import { StartError } from '../start-error.ts';
import { chooseEngine } from './choose-engine.ts';
import type { Engine, EngineName } from './engine.ts';
import { readMarker, unreadable, writeMarker } from './marker.ts';

export { checkExternalDatabase } from './external.ts';
export { releaseLocks } from './release-locks.ts';

/** How long a folder may still be held by a run that is just ending. */
const handoverMs = 8_000;
const mostPortTries = 5;
/** SecantusDB takes two seconds to end, mongod may have more to write. */
const stopGraceMs = 10_000;

export type DatabaseOptions = {
  /** Where engines are installed and downloaded to; shared by all runs of this checkout. */
  cacheDir: string;
  /** Keeps the data and the port between runs; without it both are for this run only. */
  dataDir?: string;
  /** Insists on this port; otherwise a free one is chosen (and stored in `dataDir`). */
  port?: number;
  logFile?: string;
  children?: Children;
  say?: (line: string) => void;
  env?: NodeJS.ProcessEnv;
};

export type Database = {
  uri: string;
  port: number;
  engine: EngineName;
  /** One line for people: the engine, and why it was taken. */
  description: string;
  pid: number;
  exited: Promise<Exit>;
  stop(): Promise<void>;
  /** Ends it at once, as a crash would; nothing acknowledged is lost. */
  kill(): Promise<void>;
};

/**
 * Starts the embedded database as a replica set of one node (a standalone has no transactions).
 * @throws StartError when no engine can be had, the data cannot be opened, or the port is taken
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const { dataDir, children = createChildren(), say = () => undefined } = options;
  if (dataDir === undefined) return startTemporary(options);
  const home = join(dataDir, 'database');
  const madeBy = readMarker(home);
  const { engine, why } = await chooseEngine({ ...options, children, say, madeBy });
  const folder = join(home, 'files');
  mkdirSync(folder, { recursive: true });
  if (madeBy === null) writeMarker(home, engine.name);
  const { child, port } = await launch(engine, { ...options, dataDir, children, folder, home });
  return {
    uri: engine.uri(port),
    port,
    engine: engine.name,
    description: `${engine.label} (${why})`,
    pid: child.pid,
    exited: child.exited,
    stop: () => child.stop(stopGraceMs),
    kill: () => child.kill(),
  };
}

async function startTemporary(options: DatabaseOptions): Promise<Database> {
  const dataDir = await mkdtemp(join(tmpdir(), 'serene-database-'));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const database = await startDatabase({ ...options, dataDir });
    const kill = async () => {
      await database.kill();
      await remove();
    };
    // Nobody will read the files again, so there is nothing to end gently for.
    return { ...database, kill, stop: kill };
  } catch (error) {
    await remove();
    throw error;
  }
}

type LaunchPlan = DatabaseOptions & { dataDir: string; children: Children; home: string; folder: string };

async function launch(engine: Engine, plan: LaunchPlan): Promise<{ child: Child; port: number }> {
  const handoverEnds = performance.now() + handoverMs;
  let portTries = 0;
  for (;;) {
    const port = await choosePort(plan);
    const { children, folder, logFile } = plan;
    const outcome = await engine.launch({ children, folder, port, ...(logFile === undefined ? {} : { logFile }) });
    if ('pid' in outcome) return { child: outcome, port };
    if (outcome.kind === 'port-taken' && (portTries += 1) < mostPortTries) continue;
    if (outcome.kind === 'in-use' && performance.now() < handoverEnds) {
      await wait(250);
      continue;
    }
    throw launchError(engine, plan, outcome);
  }
}

async function choosePort({ port, dataDir }: LaunchPlan): Promise<number> {
  if (port === undefined) return storedPort(join(dataDir, 'ports.json'), 'database');
  if (await isPortFree(port)) return port;
  throw new StartError(
    `Port ${port} (DATABASE_PORT) is in use by another program.`,
    'End that program, or choose another port, or leave DATABASE_PORT out: a free one is then found.',
  );
}

function launchError(engine: Engine, plan: LaunchPlan, failure: { kind: string; said: string }): StartError {
  const lastLine = failure.said.trim().split('\n').at(-1) ?? '';
  if (failure.kind === 'in-use') {
    return new StartError(
      `The database folder ${plan.home} is in use by another running Serene.`,
      'End that one first, or set DATA_DIR to another folder.',
    );
  }
  if (/No module named|error while loading shared libraries|command not found/.test(failure.said)) {
    return new StartError(
      `${engine.label} does not run: ${lastLine}`,
      `Delete ${plan.cacheDir} and start again: it is installed anew.`,
    );
  }
  return unreadable(plan.home, `cannot be opened by ${engine.label}, it seems damaged: ${lastLine}`);
}
