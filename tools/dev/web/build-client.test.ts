import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Child, startChild } from '../processes/child.ts';
import { createChildren } from '../processes/children.ts';
import { buildClient } from './build-client.ts';

let root: string;
let builds: string[];

/** Stands for Vite: a build is a new index.html, once it may go on. */
const vite = `
const fs = require('node:fs');
const moment = new Int32Array(new SharedArrayBuffer(4));
while (!fs.existsSync('../go-on')) Atomics.wait(moment, 0, 0, 20);
fs.mkdirSync('dist', { recursive: true });
fs.writeFileSync('dist/index.html', String(process.hrtime.bigint()));`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'serene-build-'));
  builds = [];
  write('client/node_modules/vite/bin/vite.js', vite);
  write('go-on', '');
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

  it('is done once when two start at the same time: the second waits for the first', { timeout: 60_000 }, async () => {
    rmSync(join(root, 'go-on'));
    const other = await startBuildElsewhere();
    await vi.waitUntil(() => other.tail().includes('building'), { timeout: 20_000 });

    const own = build();
    write('go-on', '');

    expect(await own).toBe(0);
    await vi.waitUntil(() => other.tail().includes('built'), { timeout: 20_000 });
  });
});

/** Builds in a process of its own, which says when it begins and when it is done. */
function startBuildElsewhere(): Promise<Child> {
  const options = { root, cacheDir: join(root, '.cache'), logFile: join(root, 'elsewhere.log') };
  const script = `
    import { createChildren } from './dev/processes/children.ts';
    import { buildClient } from './dev/web/build-client.ts';
    const options = ${JSON.stringify(options)};
    const env = { PATH: process.env.PATH };
    await buildClient({ ...options, env, children: createChildren(), say: () => console.log('building') });
    console.log('built');`;
  return startChild({
    name: 'Another starter',
    command: process.execPath,
    args: ['--import', 'tsx', '--input-type=module', '-e', script],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
}
