import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const gibibyte = 1024 ** 3;
/** What the whole suite writes at the same time stays well below. */
const roomNeeded = 4 * gibibyte;

/**
 * Makes a folder for all that the tests write. Databases wait for each commit to be written, and nobody reads their files
 * after the run: where Linux offers a folder in memory with room enough, it is there, otherwise where temporary files go.
 * @param {string} memory the folder in memory
 */
export function makeTemporaryFolder(memory = '/dev/shm') {
  const folder = mkdtempSync(join(isUsable(memory) ? memory : tmpdir(), 'serene-test-'));
  if (canRunPrograms(folder)) return folder;
  rmSync(folder, { recursive: true });
  return mkdtempSync(join(tmpdir(), 'serene-test-'));
}

/** @param {string} folder */
function isUsable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= roomNeeded && freemem() >= 2 * roomNeeded;
  } catch (error) {
    // Other systems have no such folder.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/**
 * Some tests start what they wrote; containers often forbid that in memory.
 * @param {string} folder
 */
function canRunPrograms(folder) {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o700 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}
