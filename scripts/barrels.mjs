// `pnpm barrels`: writes the door (index.ts) of each feature, of each subject of `shared` and of the design system from what
// is read through it; folders named after it limit what is written. `pnpm barrels --check` writes nothing. Both fail on a
// part without export, an export without reader and a folder without door. `pnpm boundaries` finds circles of imports.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inspectDoors } from './door-faults.mjs';
import { readModules } from './read-modules.mjs';
import { root } from './run.mjs';

/**
 * Writes the doors whose text is wrong, all of them or those of some folders.
 * @param {string} repository
 * @param {string[]} folders
 * @returns {string[]} the doors that were written
 */
export function writeDoors(repository, folders = []) {
  const isMeant = (/** @type {string} */ door) =>
    folders.length === 0 || folders.some((folder) => door.startsWith(join(folder, '/')));
  return inspectDoors(readModules(repository)).flatMap(({ door, text, isWritten }) => {
    if (text === undefined || isWritten || !isMeant(door)) return [];
    writeFileSync(join(repository, door), text);
    return [door];
  });
}

function main() {
  const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
  if (!values.check) for (const door of writeDoors(root, positionals)) console.log(`Wrote ${door}.`);
  const findings = inspectDoors(readModules(root));
  const faults = findings.flatMap((finding) => finding.faults);
  for (const fault of faults) console.error(fault);
  const isWritable = findings.some(({ text, isWritten }) => text !== undefined && !isWritten);
  if (isWritable) console.error('`pnpm barrels` writes the doors.');
  console.log(`${findings.length} doors, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
