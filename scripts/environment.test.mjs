import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './run.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');
const example = new Set([...read('.env.example').matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map(([, name]) => name));
const compose = read('docker-compose.yml');

/** Set by programs of the repository for each other. */
const internal = ['CLOCK_FILE'];

describe('.env.example', () => {
  it.each(['server/src/config/config.ts', 'tools/dev/stack/settings.ts'])('explains each variable of %s', (file) => {
    const names = [...read(file).matchAll(/^ {2}([A-Z][A-Z_]*):/gm)].map(([, name]) => name);

    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !example.has(name) && !internal.includes(name))).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  it('hands the whole of .env to API, worker and migration', () => {
    expect(compose).toMatch(/^x-server: &server\n(?: {2}.*\n)*? {2}env_file:\n {4}- path: \.env\n/m);
    for (const service of ['migrate', 'api', 'worker'])
      expect(compose, service).toMatch(new RegExp(`^ {2}${service}:\\n {4}<<: \\*server\\n`, 'm'));
  });

  it('names in .env.example what it sets itself, whatever .env says', () => {
    const [, own = ''] = /environment: &environment\n((?: {4}.*\n)+)/.exec(compose) ?? [];
    const fixed = [...own.matchAll(/^ {4}([A-Z_]+): (?!.*\$\{)/gm)].map(([, name]) => name);
    const [, explained = ''] = /sets itself: ([^.]*)\./.exec(read('.env.example').replaceAll('\n# ', ' ')) ?? [];

    expect(fixed).not.toEqual([]);
    expect(explained.match(/[A-Z_]{2,}/g)?.toSorted()).toEqual([...fixed, 'ROLE'].toSorted());
  });
});
