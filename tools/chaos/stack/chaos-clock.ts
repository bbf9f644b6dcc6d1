import { createClock, type Clock } from '../../../server/src/infra/clock.ts';
import { writeFileAtomically } from '../../dev/processes/write-file.ts';

/** A clock that runs, and that all processes with its file see jump ahead. */
export type ChaosClock = Clock & { readonly file: string; moveBy(milliseconds: number): void; movedBy(): number };

export function createChaosClock(file: string): ChaosClock {
  let offsetMs = 0;
  const write = () => writeFileAtomically(file, `${offsetMs}`);
  write();
  const clock = createClock({ offsetFile: file });
  return {
    file,
    now: () => clock.now(),
    moveBy(milliseconds) {
      offsetMs += milliseconds;
      write();
    },
    movedBy: () => offsetMs,
  };
}
