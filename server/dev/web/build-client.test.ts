import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChildren } from '../processes/children.ts';
import { buildClient } from './build-client.ts';

let root: string;
let builds: string[];

/** Stands for Vite: a build is a new index.html. */
const vite = `
const fs = require('node:fs');
fs.mkdirSync('dist', { recursive: true });
fs.writeFileSync('dist/index.html', String(process.hrtime.bigint()));`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'serene-build-'));
  builds = [];
  write('client/node_modules/vite/bin/vite.js', vite);
  write('client/src/main.tsx', 'one');
  write('shared/src/money.ts', 'one');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

async function build(env: NodeJS.ProcessEnv = {}): Promise<number> {
  await buildClient({
    root,
    cacheDir: join(root, '.cache'),
    children: createChildren(),
    env: { PATH: process.env['PATH'], ...env },
    logFile: join(root, 'build.log'),
    say: (line) => builds.push(line),
  });
  return builds.length;
}

describe('the build of the client', () => {
  it('is skipped when no source has changed', async () => {
    expect(await build()).toBe(1);
    utimesSync(join(root, 'client/src/main.tsx'), new Date(0), new Date(0));

    expect(await build()).toBe(1);
  });

  it.each(['client/src/main.tsx', 'shared/src/money.ts', 'client/public/new.svg', 'client/vite.config.ts'])(
    'is done again when %s changes',
    async (file) => {
      await build();
      write(file, 'two');

      expect(await build()).toBe(2);
    },
  );

  it('is done again for another brand', async () => {
    await build();

    expect(await build({ VITE_BRAND_NAME: 'Calm' })).toBe(2);
  });

  it('is done again when somebody else has built, or deleted, the output', async () => {
    await build();
    rmSync(join(root, 'client/dist'), { recursive: true });
    expect(await build()).toBe(2);
    write('client/dist/index.html', 'built by hand');

    expect(await build()).toBe(3);
  });
});
