/**
 * The doors (`index.ts`) of the folders that have one, as they should be: each exports what somebody reads through it, by
 * the part that has it.
 * @typedef {import('./read-modules.mjs').Module} Module
 * @typedef {import('./read-modules.mjs').Reading} Reading
 * @typedef {Map<string, Module>} Modules
 *
 * What lies behind a door, tests aside.
 * @typedef {{ door: string, folder: string, parts: Module[], readings: Reading[] }} Place
 *
 * @typedef {{ part: string, original: string, name: string, isType: boolean }} Entry
 */

const behindDoor = /^((?:server|client)\/src\/features\/[^/]+|shared\/src\/[^/]+|client\/src\/components\/ui)\//;
/** Tests and what only tests use. */
export const isTest = (/** @type {string} */ file) => /\.(test|spec)(-support)?\.tsx?$/.test(file);

/**
 * Every folder that needs a door: the features of server and client, the subjects of `shared`, and the design system.
 * @param {Modules} modules
 * @returns {Place[]}
 */
export function findPlaces(modules) {
  /** @type {Map<string, Place>} */
  const places = new Map();
  for (const module of modules.values()) {
    const [, folder] = behindDoor.exec(module.file) ?? [];
    if (folder === undefined || isTest(module.file)) continue;
    const door = `${folder}/index.ts`;
    const place = places.get(folder) ?? { door, folder, parts: [], readings: [] };
    if (module.file !== door) place.parts.push(module);
    places.set(folder, place);
  }
  for (const place of places.values()) place.readings = findReadings(place, modules);
  return [...places.values()].toSorted((one, other) => compare(one.door, other.door));
}

/**
 * Who reads what through a door. Who names a door as a whole reads of it what the file mentions.
 * @param {Place} place
 * @param {Modules} modules
 * @returns {Reading[]}
 */
function findReadings({ door, parts }, modules) {
  const names = [
    ...new Set(
      [...(modules.get(door)?.exports ?? []), ...parts.flatMap(({ exports }) => exports)].map(({ name }) => name),
    ),
  ];
  return [...modules.values()].flatMap(({ file, text, readings, wholes }) => {
    const named = readings.filter(({ from }) => from === door);
    if (!wholes.includes(door)) return named;
    const words = new Set(text.match(/[\w$]+/g));
    return [...named, ...names.filter((name) => words.has(name)).map((name) => ({ file, from: door, name }))];
  });
}

/**
 * The parts that have a name to offer. The door itself decides when it already says which part and under which name
 * (`export { a as b }`).
 * @param {string} name
 * @param {Place} place
 * @param {Modules} modules
 * @returns {Entry[]}
 */
export function findOffers(name, { door, parts }, modules) {
  const renamed = modules.get(door)?.exports.find((entry) => entry.name === name && entry.original !== name);
  const original = renamed?.original ?? name;
  return parts
    .filter(({ file }) => renamed === undefined || file === renamed.from)
    .flatMap(({ file, exports }) => {
      const own = exports.filter((entry) => entry.name === original && !isHandedOn(entry, parts));
      return own.length === 0 ? [] : [{ part: file, original, name, isType: own.every(({ isType }) => isType) }];
    });
}

/**
 * Whether a part only repeats what another part exports under the same name.
 * @param {import('./read-modules.mjs').Export} entry
 * @param {Module[]} parts
 */
function isHandedOn({ name, original, from }, parts) {
  return name === original && parts.some(({ file }) => file === from);
}

/**
 * The text of a door, formatted as `oxfmt` does it.
 * @param {string} folder
 * @param {Entry[]} entries
 */
export function writeDoor(folder, entries) {
  const parts = [...new Set(entries.map(({ part }) => part))].toSorted(compare);
  return parts
    .map((part) =>
      writeExport(
        `.${part.slice(folder.length)}`,
        entries.filter((entry) => entry.part === part),
      ),
    )
    .join('');
}

/**
 * Values first, then types.
 * @param {string} path
 * @param {Entry[]} entries
 */
function writeExport(path, entries) {
  const onlyTypes = entries.every(({ isType }) => isType);
  const names = entries
    .toSorted((one, other) => Number(one.isType) - Number(other.isType) || compare(one.original, other.original))
    .map(({ original, name, isType }) => {
      const shown = name === original ? name : `${original} as ${name}`;
      return isType && !onlyTypes ? `type ${shown}` : shown;
    });
  const begin = onlyTypes ? 'export type {' : 'export {';
  const line = `${begin} ${names.join(', ')} } from '${path}';\n`;
  const widest = 120;
  return line.length <= widest + 1
    ? line
    : `${begin}\n${names.map((name) => `  ${name},\n`).join('')}} from '${path}';\n`;
}

/**
 * The order of words, whatever their case.
 * @param {string} one
 * @param {string} other
 */
function compare(one, other) {
  const [first = '', second = ''] = [one, other].map((text) => `${text.toLowerCase()} ${text}`);
  return Number(first > second) - Number(first < second);
}
