import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startChild } from './child.ts';
import { createChildren } from './children.ts';

const forever = 'setInterval(() => {}, 1000);';
const toolsFolder = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-child-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function node(script: string, options: { logFile?: string; onLine?: (line: string) => void } = {}) {
  return startChild({ name: 'The stand-in', command: process.execPath, args: ['-e', script], ...options });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Starts a script that prints `up` when its handlers are in place, and waits for that. */
async function upAndRunning(script: string) {
  const lines: string[] = [];
  const child = await node(`${script} console.log('up'); ${forever}`, { onLine: (line) => lines.push(line) });
  await vi.waitUntil(() => lines.includes('up'), { timeout: 5_000 });
  return { child, lines };
}

describe('a child process', () => {
  it('has its output in the log, and its last lines at hand', async () => {
    const logFile = join(folder, 'logs', 'stand-in.log');
    const child = await node("console.log('one'); console.error('two'); process.exitCode = 3;", { logFile });

    expect(await child.exited).toEqual({ code: 3, signal: null });
    expect(child.exit()).toEqual({ code: 3, signal: null });
    expect(child.tail().toSorted()).toEqual(['one', 'two']);
    await vi.waitUntil(() => existsSync(logFile) && readFileSync(logFile, 'utf8').includes('two'));
  });

  it('may end in its own way when it is stopped', async () => {
    const { child } = await upAndRunning("process.on('SIGTERM', () => process.exit(7));");

    await child.stop();

    expect(child.exit()).toEqual({ code: 7, signal: null });
  });

  it('is killed when it does not end in time', async () => {
    const { child } = await upAndRunning("process.on('SIGTERM', () => {});");

    await child.stop(50);

    expect(child.exit()).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('takes its own children along', async () => {
    const { child, lines } = await upAndRunning(
      `const { pid } = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(forever)}]); console.log(pid);`,
    );
    const grandchild = Number(lines[0]);
    expect(isAlive(grandchild)).toBe(true);

    await child.kill();

    await vi.waitUntil(() => !isAlive(grandchild), { timeout: 5_000 });
  });

  it('ends when whoever started it is killed', async () => {
    const starter = `
      import { startChild } from './dev/processes/child.ts';
      const { pid } = await startChild({ name: 'x', command: process.execPath, args: ['-e', '${forever}'] });
      console.log('child', pid);`;
    const parent = await startChild({
      name: 'A starter',
      command: process.execPath,
      cwd: toolsFolder,
      args: ['--import', 'tsx', '--input-type=module', '-e', starter],
    });
    await vi.waitUntil(() => parent.tail().some((line) => line.startsWith('child ')), { timeout: 15_000 });
    const pid = Number(parent.tail().at(-1)?.split(' ')[1]);
    expect(isAlive(pid)).toBe(true);

    process.kill(parent.pid, 'SIGKILL');

    await vi.waitUntil(() => !isAlive(pid), { timeout: 10_000 });
  });

  it('that does not exist is told as such', async () => {
    await expect(startChild({ name: 'The tool', command: join(folder, 'nothing'), args: [] })).rejects.toThrow(
      /^The tool cannot be run: .*ENOENT/,
    );
  });
});

describe('the children of a starter', () => {
  it('end together, and none is started afterwards', async () => {
    const children = createChildren();
    const options = { name: 'The stand-in', command: process.execPath, args: ['-e', forever] };
    const first = await children.start(options);
    const second = await children.start(options);

    await children.endAll();

    expect([first.exit(), second.exit()]).toEqual([
      { code: null, signal: 'SIGTERM' },
      { code: null, signal: 'SIGTERM' },
    ]);
    await expect(children.start(options)).rejects.toThrow('was not started');
  });

  it('say what a failed run printed last', async () => {
    const run = createChildren().run({
      name: 'The build',
      command: process.execPath,
      args: ['-e', "console.error('no such file'); process.exit(2)"],
    });

    await expect(run).rejects.toMatchObject({
      message: 'The build failed (exit code 2).',
      remedy: expect.stringContaining('no such file'),
    });
  });
});
