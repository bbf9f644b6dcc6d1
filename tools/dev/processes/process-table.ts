import { rmSync } from 'node:fs';
import { writeFileAtomically } from './write-file.ts';

/** The process ids of what runs, in a file, for those who want to look at or kill one part: people, tests. */
export type ProcessTable = {
  set(name: string, pid: number): void;
  remove(name: string): void;
  /** Deletes the file. */
  close(): void;
};

/** A table in `file`, as JSON: `{ "starter": 100, "database": 101, … }`. */
export function createProcessTable(file: string): ProcessTable {
  const pids = new Map<string, number>([['starter', process.pid]]);
  const write = () => {
    writeFileAtomically(file, `${JSON.stringify(Object.fromEntries(pids), null, 2)}\n`);
  };
  write();
  return {
    set(name, pid) {
      pids.set(name, pid);
      write();
    },
    remove(name) {
      pids.delete(name);
      write();
    },
    close() {
      rmSync(file, { force: true });
    },
  };
}
