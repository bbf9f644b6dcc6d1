import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { writeFileAtomically } from './write-file.ts';

const pollMs = 100;
/** After this, whoever saw the file free at the same moment has written too, and the last one has it. */
const settleMs = 100;

const holderSchema = z.object({ pid: z.int().positive(), note: z.string() });
/** The process that has a file, and what it says of itself. */
export type Holder = z.infer<typeof holderSchema>;

/**
 * Takes a file for this process, of all that want it at once; one that died does not keep it.
 * @param note what others are told who find it taken
 * @returns the function that gives it back, or who still has it after `patienceMs`
 */
export async function lockFile(
  file: string,
  { note, patienceMs }: { note: string; patienceMs: number },
): Promise<(() => void) | Holder> {
  const patienceEnds = performance.now() + patienceMs;
  for (;;) {
    const holder = readHolder(file);
    if (holder === null || !isOtherAlive(holder.pid)) {
      writeFileAtomically(file, `${JSON.stringify({ pid: process.pid, note })}\n`);
      await wait(settleMs);
      if (readHolder(file)?.pid === process.pid) return () => release(file);
    } else {
      if (performance.now() > patienceEnds) return holder;
      await wait(pollMs);
    }
  }
}

function release(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
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
