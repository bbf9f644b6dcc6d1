import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from './run.mjs';

/** Where texts send people to files. */
const pages = ['docs/architecture.md', 'docs/changing.md'];

const skipped = new Set(['node_modules', 'dist', '.git', '.data', '.cache']);
const tree = [...listFolder('')];

describe('a documented path', () => {
  it.each([
    ['`server/src/app.ts`', 'server/src/app.ts'],
    ['`server/src/`', 'server/src'],
    ['`scheduling/slots.ts`', 'scheduling/slots.ts'],
    ['`settle.ts`', 'settle.ts'],
    ['`.env.example`', '.env.example'],
    ['`server/src/gateways/<provider>/`', 'server/src/gateways'],
  ])('is what looks like one: %s', (text, path) => {
    expect(pathsIn(text)).toEqual([{ line: 1, path }]);
  });

  it.each(['`GET /experts/:id`', '`/previews`', '`settle`', '`pnpm boundaries`', '`<code>.json`', '`a -> b`'])(
    'is not %s',
    (text) => {
      expect(pathsIn(text)).toEqual([]);
    },
  );

  it.each(['client', 'settle.ts', 'settlement/settle.ts', 'server/src/app.ts'])('exists: %s', (path) => {
    expect(exists(path)).toBe(true);
  });

  it.each(['clients', 'ttle.ts', 'settlement/app.ts', 'server/src/ap.ts', 'server/app.ts', 'Server/src/app.ts'])(
    'is missed: %s',
    (path) => {
      expect(exists(path)).toBe(false);
    },
  );

  it.each(pages)('exists, in %s', (page) => {
    const text = readFileSync(`${root}${page}`, 'utf8');

    const paths = pathsIn(text);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter(({ path }) => !exists(path)).map(({ line, path }) => `${page}:${line} ${path}`)).toEqual([]);
  });

  it('exists, in the map of the architecture', () => {
    const [, map = ''] = /^```\n([^]*?)^```/m.exec(readFileSync(`${root}docs/architecture.md`, 'utf8')) ?? [];
    let top = '';
    const named = [...map.matchAll(/^( *)([\w./-]+)/gm)].map(([, indent = '', name = '']) => {
      const path = name.replace(/\/$/, '');
      if (indent === '') top = path;
      return { top, path };
    });

    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ top, path }) => !tree.includes(top) || !hasWithin(top, path))).toEqual([]);
  });
});

/**
 * The code spans that name a file or a folder. What follows a name in angle brackets is to be made yet.
 * @param {string} text
 */
function pathsIn(text) {
  return text.split('\n').flatMap((words, index) =>
    [...words.matchAll(/`([^`]+)`/g)]
      .map(([, span = '']) => span.replace(/\/[^/]*<.*$/, '/'))
      .filter((span) => /^[\w@.-]+(?:\/[\w@.-]+)*\/?$/.test(span))
      .filter((span) => /\/|\.(?:tsx?|mjs|cjs|json|md|ya?ml|conf|txt|example)$/.test(span))
      .map((span) => ({ line: index + 1, path: span.replace(/\/$/, '') })),
  );
}

/**
 * A path from the root, or the end of one.
 * @param {string} path
 */
function exists(path) {
  const [top = ''] = path.split('/');
  // What begins at the root is not looked for elsewhere.
  if (tree.includes(top)) return tree.includes(path);
  return tree.some((known) => known.endsWith(`/${path}`));
}

/**
 * Whether a folder at the root is, or has anywhere within it, a path with this end.
 * @param {string} top
 * @param {string} path
 */
function hasWithin(top, path) {
  return path === top || tree.some((known) => known.startsWith(`${top}/`) && known.endsWith(`/${path}`));
}

/**
 * Every file and folder of the repository, as its path from the root.
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* listFolder(folder) {
  for (const entry of readdirSync(`${root}${folder}`, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = `${folder}${entry.name}`;
    yield path;
    if (entry.isDirectory()) yield* listFolder(`${path}/`);
  }
}
