import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Child, startChild } from '../processes/child.ts';
import { lockDataDir } from './lock.ts';

const url = 'http://localhost:5173';
let dataDir: string;
const holders: Child[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'serene-lock-'));
});

afterEach(async () => {
  await Promise.all(holders.splice(0).map((holder) => holder.kill()));
  rmSync(dataDir, { recursive: true });
});

/** A process of its own that tries to take the folder, and says what became of it. */
async function contend(): Promise<{ child: Child; answer: Promise<string> }> {
  const script = `
    import { lockDataDir } from './dev/stack/lock.ts';
    const folder = ${JSON.stringify(dataDir)};
    await lockDataDir(folder, 'http://localhost:6173').then(() => console.log('taken'), () => console.log('refused'));
    setInterval(() => {}, 1_000);`;
  const child = await startChild({
    name: 'Another starter',
    command: process.execPath,
    args: ['--import', 'tsx', '--input-type=module', '-e', script],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
  holders.push(child);
  const said = () => child.tail().find((line) => line === 'taken' || line === 'refused');
  return { child, answer: vi.waitUntil(said, { timeout: 20_000 }) };
}

describe('the lock of a data folder', { timeout: 60_000 }, () => {
  it('names who has the folder, and what to do', async () => {
    const { child, answer } = await contend();
    expect(await answer).toBe('taken');

    await expect(lockDataDir(dataDir, url)).rejects.toMatchObject({
      message: `The data folder ${dataDir} is in use by another Serene: process ${child.pid}, http://localhost:6173.`,
      remedy: expect.stringMatching(/End that one first.*DATA_DIR.*rm '.*running\.json'/),
    });
  });

  it('goes to one of three who come at once', async () => {
    const contenders = await Promise.all([contend(), contend(), contend()]);

    const answers = await Promise.all(contenders.map(({ answer }) => answer));

    expect(answers.toSorted()).toEqual(['refused', 'refused', 'taken']);
  });

  it('is not kept by a process that was killed', async () => {
    const { child, answer } = await contend();
    expect(await answer).toBe('taken');
    await child.kill();

    await expect(lockDataDir(dataDir, url)).resolves.toBeTypeOf('function');
  });

  it('passes on when it is given back while somebody waits for it', async () => {
    const giveBack = await lockDataDir(dataDir, url);
    const { answer } = await contend();

    giveBack();

    expect(await answer).toBe('taken');
    giveBack();
    expect(existsSync(join(dataDir, 'running.json'))).toBe(true);
  });

  it('is not kept by a damaged file', async () => {
    writeFileSync(join(dataDir, 'running.json'), '{"pid":');

    await expect(lockDataDir(dataDir, url)).resolves.toBeTypeOf('function');
  });
});
