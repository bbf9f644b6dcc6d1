import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('watchdog-process.mjs', import.meta.url));
let orders: Writable | undefined;

/**
 * Makes sure that the process group led by `pid` ends when this process does, even by SIGKILL, when no handler of ours
 * runs any more. Returns the function that lifts the guard; call it as soon as the child has exited.
 */
export function guard(pid: number): () => void {
  const watchdog = running();
  watchdog.write(`guard ${pid}\n`);
  return () => {
    if (watchdog.writable) watchdog.write(`release ${pid}\n`);
  };
}

function running(): Writable {
  if (orders?.writable) return orders;
  const watchdog = spawn(process.execPath, [program], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watchdog.unref();
  orders = watchdog.stdin;
  // Somebody killed it; the next child gets a new one.
  orders.on('error', () => undefined);
  return orders;
}
