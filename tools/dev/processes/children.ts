import { StartError } from '../start-error.ts';
import { type Child, type ChildOptions, describeExit, startChild } from './child.ts';

/** The programs that one starter runs. */
export type Children = {
  /** Starts a program; refuses once `endAll` was called. */
  start(options: ChildOptions): Promise<Child>;
  /** Runs a program to its end. @throws StartError with its last lines when it fails */
  run(options: ChildOptions): Promise<void>;
  /** Ends all that still run, the newest first. */
  endAll(): Promise<void>;
};

/** An empty set of children. */
export function createChildren(): Children {
  const alive = new Set<Child>();
  let ended = false;

  const start = async (options: ChildOptions) => {
    if (ended) throw new StartError(`${options.name} was not started: everything is being ended.`, 'Start again.');
    const child = await startChild(options);
    alive.add(child);
    void child.exited.then(() => alive.delete(child));
    // Ctrl-C may have come while the program was being spawned.
    if (ended) await child.stop();
    return child;
  };

  const run = async (options: ChildOptions) => {
    const child = await start(options);
    const exit = await child.exited;
    if (exit.code === 0) return;
    const log = options.logFile === undefined ? '' : ` The whole log: ${options.logFile}`;
    throw new StartError(
      `${options.name} failed (${describeExit(exit)}).`,
      `Its last lines:\n${child.tail().slice(-12).join('\n')}\n${log}`.trimEnd(),
    );
  };

  const endAll = async () => {
    ended = true;
    for (const child of [...alive].toReversed()) await child.stop();
  };

  return { start, run, endAll };
}
