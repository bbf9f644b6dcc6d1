import type { Children } from '../processes/children.ts';
import { StartError } from '../start-error.ts';
import type { Engine, EngineName } from './engine.ts';
import { downloadedMongod, mongodOnPath } from './find-mongod.ts';
import { mongodEngine } from './mongod.ts';
import { prepareSecantus } from './secantus.ts';

type ChooseOptions = {
  children: Children;
  cacheDir: string;
  /** The engine that made the data that is there already; no other one can read it. */
  madeBy: EngineName | null;
  say: (line: string) => void;
  env?: NodeJS.ProcessEnv;
};

/** The engine, and in words why it and no better one. */
export type Choice = { engine: Engine; why: string };

/**
 * Picks what runs the embedded database: `mongod` on the PATH, else one that can be downloaded, else SecantusDB. Data
 * that exists already stays with the engine that made it.
 * @throws StartError when that engine, or any at all, cannot be had
 */
export async function chooseEngine(options: ChooseOptions): Promise<Choice> {
  const { madeBy } = options;
  if (madeBy === 'secantusdb') return { engine: await prepareSecantus(options), why: 'it made the data' };

  const onPath = await mongodOnPath(options.env);
  if ('program' in onPath) return { engine: mongodEngine(onPath.program), why: 'found on the PATH' };
  const downloaded = await downloadedMongod(options);
  if ('program' in downloaded) return { engine: mongodEngine(downloaded.program), why: 'downloaded' };
  const why = `${onPath.missing}, ${downloaded.missing}`;
  if (madeBy === 'mongod') {
    throw new StartError(
      `The data was made by mongod, and there is none now (${why}).`,
      'Install mongod again; or set DATA_DIR to another folder to begin anew with another database. Nothing was changed.',
    );
  }
  return { engine: await prepareSecantus(options), why };
}
