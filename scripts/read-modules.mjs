import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { parseSync } from 'oxc-parser';

/**
 * Something that a file exports. When it hands on what another file exports, `from` is that file and `original` the name
 * there; the name `*` stands for everything.
 * @typedef {{ name: string, isType: boolean, original: string, from?: string | undefined }} Export
 *
 * A source file: what it exports, which names it reads of which file, and which files it names otherwise, as a whole
 * (`import()`, `import * as`, `export *`, `vi.mock`).
 * @typedef {{ file: string, from: string, name: string }} Reading
 * @typedef {{ file: string, text: string, exports: Export[], readings: Reading[], wholes: string[] }} Module
 *
 * The file that a module means by what it writes in an import, if it is one of the repository's.
 * @typedef {(file: string, request: string) => string | undefined} Resolve
 */

const packages = ['client', 'e2e', 'server', 'shared', 'tools'];
const skipped = new Set(['node_modules', 'dist', 'coverage']);
const isSource = (/** @type {string} */ name) => /(?<!\.d)\.(ts|tsx|mjs|js)$/.test(name);

/**
 * Reads every source file of the repository.
 * @param {string} root
 * @returns {Map<string, Module>} by their paths in the repository
 */
export function readModules(root) {
  const resolve = createResolve(root);
  const files = packages.flatMap((folder) => [...listFiles(root, folder)]);
  return new Map(files.map((file) => [file, readModule(file, readFileSync(join(root, file), 'utf8'), resolve)]));
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* listFiles(root, folder) {
  if (!existsSync(join(root, folder))) return;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && isSource(entry.name)) yield path;
    if (entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.')) yield* listFiles(root, path);
  }
}

/**
 * Imports name a file with its extension, or a door of `shared` as its package offers it.
 * @param {string} root
 * @returns {Resolve}
 */
function createResolve(root) {
  const { name, exports } = JSON.parse(readFileSync(join(root, 'shared/package.json'), 'utf8'));
  const doors = new Map(
    Object.entries(exports).map(([path, file]) => [join(name, path), join('shared', String(file))]),
  );
  return (file, request) => (request.startsWith('.') ? join(dirname(file), request) : doors.get(request));
}

/**
 * @param {string} file
 * @param {string} text
 * @param {Resolve} resolve
 * @returns {Module}
 */
function readModule(file, text, resolve) {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  const imported = module.staticImports.flatMap(({ moduleRequest, entries }) =>
    entries.map(({ importName }) => ({ moduleRequest, importName })),
  );

  /** @type {Reading[]} */
  const readings = [];
  const places = new Set();
  for (const { moduleRequest, importName } of [...imported, ...exported]) {
    if (moduleRequest === null || importName.name === null) continue;
    places.add(moduleRequest.start);
    const from = resolve(file, moduleRequest.value);
    if (from !== undefined) readings.push({ file, from, name: importName.name });
  }
  const wholes = findPaths(text)
    .filter(({ start }) => !places.has(start))
    .flatMap(({ path }) => resolve(file, path) ?? []);
  const exports = exported.map(({ moduleRequest, importName, exportName, isType }) => ({
    name: exportName.name ?? '*',
    isType,
    original: importName.name ?? exportName.name ?? '*',
    from: moduleRequest === null ? undefined : (resolve(file, moduleRequest.value) ?? moduleRequest.value),
  }));
  return { file, text, exports, readings, wholes };
}

/**
 * Every string that may be the path of a module, wherever it stands.
 * @param {string} text
 */
function findPaths(text) {
  return [...text.matchAll(/(['"`])([.@][^'"`\s]*)\1/g)].map(({ index, 2: path = '' }) => ({ start: index, path }));
}
