import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTemporaryFolder } from './temporary-folder.mjs';

/** @type {string} */
let memory;
/** @type {string} */
let folder;
/** @type {string[]} */
let others;
beforeEach(() => {
  others = [];
  memory = mkdtempSync(join(tmpdir(), 'serene-memory-'));
});
afterEach(() => {
  for (const path of [memory, folder, ...others]) rmSync(path, { recursive: true, force: true });
});

it('makes an empty folder of its own', () => {
  folder = makeTemporaryFolder();

  expect(statSync(folder).isDirectory()).toBe(true);
  expect(existsSync(join(folder, 'program'))).toBe(false);
});

it('goes where temporary files go when there is no folder in memory', () => {
  folder = makeTemporaryFolder(join(memory, 'absent'));

  expect(dirname(folder)).toBe(tmpdir());
});

it('removes what a run that was killed has left, and nothing of one that goes on', () => {
  const { pid: gone } = spawnSync(process.execPath, ['--version']);
  others = [gone, process.ppid].map((pid) => join(tmpdir(), `serene-test-${pid}-sample`));
  for (const path of others) mkdirSync(join(path, 'database'), { recursive: true });

  folder = makeTemporaryFolder(join(memory, 'absent'));

  expect(others.map((path) => existsSync(path))).toEqual([false, true]);
});
