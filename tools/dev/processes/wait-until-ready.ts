import { setTimeout as wait } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { type Child, describeExit } from './child.ts';

const pollMs = 50;

type ReadyOptions = { timeoutMs?: number; logFile?: string; signal?: AbortSignal };

/**
 * Waits until the child answers GET `url` with a 2xx status (default bound: 60 s); ends the child if it does not.
 * @throws StartError when the child ends before, does not get there in time, or `signal` is aborted
 */
export async function waitUntilReady(child: Child, url: string, options: ReadyOptions = {}): Promise<void> {
  const { timeoutMs = 60_000, logFile, signal } = options;
  const deadline = performance.now() + timeoutMs;
  let last = 'no answer';
  while (performance.now() < deadline) {
    if (signal?.aborted) break;
    const exit = child.exit();
    if (exit) throw notReady(child, `ended before it was ready (${describeExit(exit)})`, logFile);
    const answer = await ask(url);
    if (answer.ok) return;
    last = answer.said;
    await wait(pollMs);
  }
  await child.stop();
  throw notReady(child, `was not ready within ${timeoutMs / 1_000} s (${url}: ${last})`, logFile);
}

async function ask(url: string): Promise<{ ok: boolean; said: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    const text = await response.text();
    return { ok: response.ok, said: `${response.status} ${text.slice(0, 200)}` };
  } catch (error) {
    if (error instanceof Error)
      return { ok: false, said: error.cause instanceof Error ? error.cause.message : error.message };
    throw error;
  }
}

function notReady(child: Child, what: string, logFile: string | undefined): StartError {
  const log = logFile === undefined ? '' : `\nThe whole log: ${logFile}`;
  return new StartError(`${child.name} ${what}.`, `Its last lines:\n${child.tail().slice(-12).join('\n')}${log}`);
}
