import { findOffers, findPlaces, isTest, writeDoor } from './doors.mjs';

/**
 * Holds the doors against what is read through them.
 * @typedef {import('./doors.mjs').Entry} Entry
 * @typedef {import('./doors.mjs').Modules} Modules
 * @typedef {import('./doors.mjs').Place} Place
 * @typedef {{ modules: Modules, entries: Entry[] }} Known
 *
 * `text` is what the door should say, unless a person has to decide something first.
 * @typedef {{ door: string, text: string | undefined, isWritten: boolean, faults: string[] }} Finding
 */

/**
 * Each door, and what is wrong with it and its folder.
 * @param {Modules} modules
 * @returns {Finding[]}
 */
export function inspectDoors(modules) {
  return findPlaces(modules).map((place) => {
    const { door, folder } = place;
    const { entries, faults, isUndecided } = chooseParts(place, modules);
    const text = isUndecided || entries.length === 0 ? undefined : writeDoor(folder, entries);
    const isWritten = text !== undefined && text === modules.get(door)?.text;
    faults.push(...compareExports(place, { modules, entries }), ...findStrayParts(place, { modules, entries }));
    if (!isWritten && faults.length === 0) faults.push(`${door} is not as \`pnpm barrels\` writes it.`);
    return { door, text, isWritten, faults };
  });
}

/**
 * The one part that has each name that somebody reads. A door stays as it is while a person has something to decide.
 * @param {Place} place
 * @param {Modules} modules
 */
function chooseParts(place, modules) {
  const { door, folder } = place;
  const own = (modules.get(door)?.exports ?? []).filter(({ from }) => from === undefined).map(({ name }) => name);
  const faults = own.length > 0 ? [`${door} has code of its own: move ${own.join(', ')} into a part.`] : [];
  let isUndecided = own.length > 0;
  /** @type {Entry[]} */
  const entries = [];
  for (const [name, reader] of readersOf(place)) {
    const offers = findOffers(name, place, modules);
    if (offers.length > 1) {
      isUndecided = true;
      const parts = offers.map(({ part }) => part).join(' and ');
      faults.push(`${reader} reads ${name}, but ${parts} export it: rename one.`);
    } else if (offers.length === 0 && !own.includes(name)) {
      faults.push(`${reader} reads ${name}, but no part of ${folder} exports it.`);
    } else {
      entries.push(...offers);
    }
  }
  return { entries, faults, isUndecided };
}

/**
 * What the door exports against what is read through it.
 * @param {Place} place
 * @param {Known} known
 */
function compareExports(place, { modules, entries }) {
  const { door, folder } = place;
  const readers = readersOf(place);
  if (!modules.has(door)) return [`${folder} has no door: there is no index.ts.`];
  if (readers.size === 0) return [`${door} has no reader: nobody reads anything of this folder.`];
  const exported = namesOf(door, modules);
  const unread = exported.filter((name) => !readers.has(name));
  const lacking = entries.filter(({ name }) => !exported.includes(name));
  return [
    ...(unread.length > 0 ? [`${door} exports ${unread.join(', ')}, which nobody reads.`] : []),
    ...lacking.map(({ name }) => `${door} does not export ${name}, which ${readers.get(name)} reads.`),
  ];
}

/**
 * Parts that neither the door nor another part needs: knip does not see them when a test reads them.
 * @param {Place} place
 * @param {Known} known
 */
function findStrayParts({ door, folder, parts }, { modules, entries }) {
  const isOutside = (/** @type {string} */ file) => !file.startsWith(`${folder}/`);
  const outside = [...modules.values()].filter(({ file }) => isOutside(file) && !isTest(file));
  const exported = importsOf(modules.get(door));
  // The folder as a whole is reported then.
  if (exported.length === 0 && entries.length === 0) return [];
  const needed = new Set([
    ...exported,
    ...entries.map(({ part }) => part),
    ...outside.flatMap((module) => importsOf(module)),
  ]);
  // A set that grows while it is walked is walked to its new end.
  for (const file of needed) {
    if (isOutside(file) || file === door) continue;
    for (const imported of importsOf(modules.get(file))) needed.add(imported);
  }
  return parts
    .filter(({ file }) => !needed.has(file))
    .map(({ file }) => `${file} is not exported: neither the door nor another part needs it.`);
}

/** @param {import('./read-modules.mjs').Module} [module] */
function importsOf(module) {
  return module === undefined ? [] : [...module.readings.map(({ from }) => from), ...module.wholes];
}

/**
 * Each name that is read through a door, with the first file that reads it.
 * @param {Place} place
 */
function readersOf({ readings }) {
  return new Map(readings.toReversed().map(({ name, file }) => [name, file]));
}

/**
 * The names that a file exports, also those behind `export *`.
 * @param {string} file
 * @param {Modules} modules
 * @returns {string[]}
 */
function namesOf(file, modules) {
  const exports = modules.get(file)?.exports ?? [];
  const names = exports.flatMap(({ name, from }) => (name === '*' ? namesOf(from ?? '', modules) : [name]));
  return [...new Set(names)];
}
