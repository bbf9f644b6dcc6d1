import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of a test run, with the id of its process. */
const ownFolder = /^serene-test-(\d+)-/;

const gibibyte = 1024 ** 3;
/** What the whole suite writes at the same time stays well below. */
const roomNeeded = 4 * gibibyte;

/**
 * Makes a folder for all that the tests write. Databases wait for each commit to be written, and nobody reads their files
 * after the run: where Linux offers a folder in memory with room enough, it is there, otherwise where temporary files go.
 * What a run that was killed has left there goes first.
 * @param {string} memory the folder in memory
 */
export function makeTemporaryFolder(memory = '/dev/shm') {
  const folder = makeIn(isUsable(memory) ? memory : tmpdir());
  if (canRunPrograms(folder)) return folder;
  rmSync(folder, { recursive: true });
  return makeIn(tmpdir());
}

/** @param {string} place */
function makeIn(place) {
  for (const name of readdirSync(place)) {
    const [, owner] = ownFolder.exec(name) ?? [];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(place, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(place, `serene-test-${process.pid}-`));
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another person's process is one all the same.
    if (error instanceof Error && 'code' in error) return error.code !== 'ESRCH';
    throw error;
  }
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
