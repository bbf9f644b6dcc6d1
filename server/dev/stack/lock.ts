import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../processes/write-file.ts';
import { StartError } from '../start-error.ts';

/** How long the run before may take to end. */
const handoverMs = 3_000;
const pollMs = 100;
/** After this, whoever saw the folder free at the same moment has written too, and the last one has it. */
const settleMs = 100;

const holderSchema = z.object({ pid: z.int().positive(), url: z.string() });
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes a data folder for one running stack, by a file that names the process; one that died does not keep it.
 * @param url where the web app will be, for whoever finds the folder taken
 * @returns the function that gives it back
 * @throws StartError naming who has it
 */
export async function lockDataDir(dataDir: string, url: string): Promise<() => void> {
  const file = join(dataDir, 'running.json');
  const mine: Holder = { pid: process.pid, url };
  const patienceEnds = performance.now() + handoverMs;
  for (;;) {
    const holder = readHolder(file);
    if (holder === null || !isOtherAlive(holder.pid)) {
      writeFileAtomically(file, `${JSON.stringify(mine)}\n`);
      await wait(settleMs);
      if (readHolder(file)?.pid === process.pid) return () => release(file);
    } else {
      if (performance.now() > patienceEnds) throw inUse(dataDir, file, holder);
      await wait(pollMs);
    }
  }
}

function release(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

function inUse(dataDir: string, file: string, { pid, url }: Holder): StartError {
  return new StartError(
    `The data folder ${dataDir} is in use by another Serene: process ${pid}, ${url}.`,
    `End that one first (Ctrl-C where it runs), or set DATA_DIR to another folder. If process ${pid} is something else: rm '${file}'`,
  );
}

function readHolder(file: string): Holder | null {
  if (!existsSync(file)) return null;
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // Damaged, or just given back.
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (gone || error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Our own id in the file is that of a process before us: in a container every start may have the same one. */
function isOtherAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    // It exists and belongs to somebody else.
    if (error instanceof Error && 'code' in error && error.code === 'EPERM') return true;
    throw error;
  }
}
