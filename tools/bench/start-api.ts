import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const announcement = z.object({ apiUrl: z.string(), bareUrl: z.string() });
const program = fileURLToPath(new URL('./api-process.ts', import.meta.url));

/** The API and its floor, listening; `stop` ends their process. */
export type RunningApi = z.infer<typeof announcement> & { stop: () => void };

/** Starts both on a database whose indexes it makes, in a process of their own. */
export async function startApi(uri: string, dbName: string): Promise<RunningApi> {
  const child = fork(program, [uri, dbName]);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the API ended with code ${String(code)} before it listened`);
  });
  const [message]: unknown[] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return { ...announcement.parse(message), stop: () => child.kill() };
}
