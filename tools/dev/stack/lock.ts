import { join } from 'node:path';
import { lockFile } from '../processes/file-lock.ts';
import { StartError } from '../start-error.ts';

/** How long the run before may take to end. */
const handoverMs = 3_000;

/**
 * Takes a data folder for one running stack, by a file that names the process; one that died does not keep it.
 * @param url where the web app will be, for whoever finds the folder taken
 * @returns the function that gives it back
 * @throws StartError naming who has it
 */
export async function lockDataDir(dataDir: string, url: string): Promise<() => void> {
  const file = join(dataDir, 'running.json');
  const lock = await lockFile(file, { note: url, patienceMs: handoverMs });
  if (typeof lock === 'function') return lock;
  const { pid, note } = lock;
  throw new StartError(
    `The data folder ${dataDir} is in use by another Serene: process ${pid}, ${note}.`,
    `End that one first (Ctrl-C where it runs), or set DATA_DIR to another folder. If process ${pid} is something else: rm '${file}'`,
  );
}
