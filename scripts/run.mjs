import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The path of a tool that the workspace installs.
 * @param {string} name
 */
export function bin(name) {
  return join(root, 'node_modules', '.bin', name);
}

/**
 * Runs a command in a folder of the repository, showing what it prints.
 * @param {string[]} command
 * @param {{ folder?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<boolean>} whether it succeeded
 */
export function run([program = '', ...args], { folder = '.', env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: join(root, folder),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
}
