import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exit } from '../processes/child.ts';
import { type Children, createChildren } from '../processes/children.ts';
import { chooseEngine } from './choose-engine.ts';
import type { EngineName } from './engine.ts';
import { checkFiles, filesFolder } from './key-files.ts';
import { launchEngine } from './launch.ts';
import { readMarker, writeMarker } from './marker.ts';

export { checkExternalDatabase, isInUse } from './external.ts';
export { releaseLocks } from './release-locks.ts';

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
  checkFiles(home);
  const { engine, why } = await chooseEngine({ ...options, children, say, madeBy });
  const folder = filesFolder(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (madeBy === null) writeMarker(home, engine.name);
  const { child, port } = await launchEngine(engine, { ...options, dataDir, children, folder, home });
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
