import { setTimeout as wait } from 'node:timers/promises';
import { type Exit, describeExit } from './child.ts';

const defaultFirstDelayMs = 250;
const longestDelayMs = 5_000;
/** A part that dies this often without ever running for `steadyMs` is given up. */
const mostFailures = 5;
const steadyMs = 30_000;

/** What is being kept alive: a process, or something that stands for one. */
export type Runnable = { readonly pid: number; readonly exited: Promise<Exit>; stop(): Promise<void> };

type SuperviseOptions<T extends Runnable> = {
  name: string;
  /** Starts the part and resolves when it is ready; gives up soon after the signal is aborted. */
  launch: (signal: AbortSignal) => Promise<T>;
  /** Runs after an unexpected end, before the next launch. */
  beforeRestart?: () => Promise<void>;
  /** Pause before the first restart (default 250 ms); each further one is twice as long, up to 5 s. */
  firstDelayMs?: number;
  say: (line: string) => void;
  /** Called with each process that is up, the first one included. */
  onUp?: (running: T) => void;
  /** Called once, when the part was given up. */
  onGiveUp: (reason: string) => void;
};

/** A part that is being kept alive; `stop` ends it for good. */
export type Supervised = { stop(): Promise<void> };

/**
 * Launches a part and starts it again, after a growing delay, whenever it dies without being asked to. The result names
 * what the first launch gave.
 * @throws whatever the first launch throws
 */
export async function supervise<T extends Runnable>(options: SuperviseOptions<T>): Promise<Supervised & { first: T }> {
  const ending = new AbortController();
  const first = await options.launch(ending.signal);
  options.onUp?.(first);
  let current: T | null = first;

  const watch = async () => {
    let failures = 0;
    while (current) {
      const upSince = performance.now();
      const exit = await current.exited;
      current = null;
      if (ending.signal.aborted) return;
      failures = performance.now() - upSince > steadyMs ? 1 : failures + 1;
      options.say(`${options.name} ended unexpectedly (${describeExit(exit)}); starting it again.`);
      ({ running: current, failures } = await relaunch(options, failures, ending.signal));
      if (ending.signal.aborted) await current?.stop();
    }
  };
  const watching = watch();

  return {
    first,
    async stop() {
      ending.abort();
      await current?.stop();
      await watching;
    },
  };
}

async function relaunch<T extends Runnable>(
  options: SuperviseOptions<T>,
  failuresBefore: number,
  signal: AbortSignal,
): Promise<{ running: T | null; failures: number }> {
  const { name, say, firstDelayMs = defaultFirstDelayMs } = options;
  for (let failures = failuresBefore; failures < mostFailures; failures += 1) {
    await pause(firstDelayMs * 2 ** (failures - 1), signal);
    if (signal.aborted) return { running: null, failures };
    try {
      await options.beforeRestart?.();
      const running = await options.launch(signal);
      options.onUp?.(running);
      say(`${name} is up again.`);
      return { running, failures };
    } catch (error) {
      if (signal.aborted) return { running: null, failures };
      say(error instanceof Error ? error.message : String(error));
    }
  }
  options.onGiveUp(`${name} ended ${mostFailures} times in a row and is given up.`);
  return { running: null, failures: mostFailures };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(Math.min(ms, longestDelayMs), undefined, { signal });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
}
