import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestClock } from '../../../server/test/test-clock.ts';
import { startMailbox } from '../mailbox/index.ts';
import { createChildren } from '../processes/children.ts';
import { writeFileAtomically } from '../processes/write-file.ts';
import { startWorld } from '../sandbox/testing/world.ts';
import { makeDataDir, setLogsAside } from './preflight.ts';
import { makePrivate } from './private-files.ts';

let folder: string;
let dataDir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-private-'));
  dataDir = join(folder, 'data');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const modesOf = (...names: string[]) => names.map((name) => modeOf(join(dataDir, name)));

function putOldFile(name: string): void {
  const file = join(dataDir, name);
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o755 });
  writeFileSync(file, '', { mode: 0o644 });
}

describe('the data folder is readable by its owner only', () => {
  it('when it is made', () => {
    makeDataDir(dataDir);
    setLogsAside(dataDir);

    expect([modeOf(dataDir), ...modesOf('logs')]).toEqual(['700', '700']);
  });

  it('when an older version left it open', () => {
    const old = ['secrets.json', 'mailbox.jsonl', 'sandbox.json', 'logs/api.log', 'database/files/journal/log.0001'];
    old.forEach(putOldFile);

    makePrivate(dataDir);

    expect(modesOf(...old)).toEqual(old.map(() => '600'));
    expect(modesOf('.', 'logs', 'database', 'database/files/journal')).toEqual(['700', '700', '700', '700']);
  });

  it('but for what is not of it: a shared folder, files of somebody else, and where links lead', () => {
    ['notes.txt', 'secrets.json', 'logs/api.log'].forEach(putOldFile);
    writeFileSync(join(folder, 'elsewhere.txt'), '', { mode: 0o644 });
    symlinkSync(join(folder, 'elsewhere.txt'), join(dataDir, 'logs/link.log'));

    makePrivate(dataDir);

    expect(modesOf('.', 'notes.txt', 'secrets.json')).toEqual(['755', '644', '600']);
    expect(modeOf(join(folder, 'elsewhere.txt'))).toBe('644');
  });

  it('as are the files that are replaced in it, and what the sandbox and the mailbox keep', async () => {
    writeFileAtomically(join(dataDir, 'ports.json'), '{}');
    const sandbox = await startWorld({ storageFile: join(dataDir, 'sandbox.json') });
    await sandbox.order();
    await sandbox.close();
    const storageFile = join(dataDir, 'mailbox.jsonl');
    const mailbox = await startMailbox({ httpPort: 0, smtpPort: 0, clock: createTestClock(), storageFile });
    await mailbox.stop();

    expect(modeOf(dataDir)).toBe('700');
    expect(modesOf('ports.json', 'sandbox.json', 'mailbox.jsonl')).toEqual(['600', '600', '600']);
  });

  it('as are the log of a part, and what a database writes', async () => {
    makeDataDir(dataDir);
    const logFile = join(dataDir, 'logs/database.log');
    const args = ['-c', 'echo started; mkdir -p files/journal; echo 1 > files/journal/log.0001'];
    await createChildren().run({
      name: 'database',
      command: '/bin/sh',
      args,
      cwd: dataDir,
      logFile,
      hasPrivateFiles: true,
    });

    // The log is opened while the program runs already.
    await vi.waitUntil(() => existsSync(logFile), { timeout: 5_000 });
    expect(modesOf('logs', 'logs/database.log')).toEqual(['700', '600']);
    expect(modesOf('files/journal', 'files/journal/log.0001')).toEqual(['700', '600']);
  });
});
