import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTemporaryFolder } from './temporary-folder.mjs';

/** @type {string} */
let memory;
/** @type {string} */
let folder;
beforeEach(() => {
  memory = mkdtempSync(join(tmpdir(), 'serene-memory-'));
});
afterEach(() => {
  for (const path of [memory, folder]) rmSync(path, { recursive: true, force: true });
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
