import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let isStopping = false;

/**
 * The path of a tool that the workspace installs.
 * @param {string} name
 */
export function bin(name) {
  return join(root, 'node_modules', '.bin', name);
}

/**
 * Runs a command in a folder of the repository, showing what it prints. One that runs aside, besides something that must
 * not be kept waiting, takes what that leaves of the processor, and what it prints is shown at its end.
 * @param {string[]} command
 * @param {{ folder?: string, env?: NodeJS.ProcessEnv, aside?: boolean }} [options]
 * @returns {Promise<boolean>} whether it succeeded
 */
export function run([program = '', ...args], { folder = '.', env = {}, aside = false } = {}) {
  return new Promise((resolve) => {
    // Nothing begins any more, and nobody waits for it.
    if (isStopping) return;
    const output = aside ? 'pipe' : 'inherit';
    const child = spawn(program, args, {
      cwd: join(root, folder),
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
    });
    running.add(child);
    if (aside && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    /** @type {Buffer[]} */
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
    const end = (/** @type {boolean} */ succeeded) => {
      running.delete(child);
      process.stdout.write(Buffer.concat(printed.splice(0)));
      resolve(succeeded);
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/** Stops the command that runs now, and waits for its end: until then it writes files. */
export async function stopRunning() {
  isStopping = true;
  await Promise.all(
    [...running].map((child) => {
      child.kill();
      return once(child, 'close');
    }),
  );
}
