import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 100;

/** Asks again and again until there is an answer. @throws after `timeoutMs`, naming what was waited for */
export async function poll<T>(what: () => string, probe: () => Promise<T | undefined>, timeoutMs = 90_000): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    const found = await probe();
    if (found !== undefined) return found;
    await wait(pollMs);
  }
  throw new Error(`Waited ${timeoutMs / 1_000} s in vain for ${what()}.`);
}
