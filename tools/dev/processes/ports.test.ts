import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, isPortFree } from './ports.ts';
import { storedPort } from './stored-port.ts';
import { writeFileAtomically } from './write-file.ts';

let folder: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-ports-'));
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  rmSync(folder, { recursive: true });
});

function occupy(port: number, host: string): Promise<void> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => server.listen(port, host, resolve));
}

describe('a port', () => {
  it.each(['127.0.0.1', '::1', '0.0.0.0'])('is not free when somebody listens on %s', async (host) => {
    const port = await freePort();
    expect(await isPortFree(port)).toBe(true);

    await occupy(port, host);

    expect(await isPortFree(port)).toBe(false);
  });
});

describe('a stored port', () => {
  it('is the same in every run', async () => {
    const file = join(folder, 'ports.json');
    const first = await storedPort(file, 'database');
    const other = await storedPort(file, 'smtp');

    expect(await storedPort(file, 'database')).toBe(first);
    expect(await storedPort(file, 'smtp')).toBe(other);
  });

  it('gives way to another program, and the new one is kept', async () => {
    const file = join(folder, 'ports.json');
    const first = await storedPort(file, 'database');
    await occupy(first, '127.0.0.1');

    const second = await storedPort(file, 'database');

    expect(second).not.toBe(first);
    expect(await storedPort(file, 'database')).toBe(second);
  });

  it('is chosen anew when the file is damaged', async () => {
    const file = join(folder, 'ports.json');
    writeFileSync(file, '{"database":');

    expect(await storedPort(file, 'database')).toBeGreaterThan(0);
  });
});

describe('a file that is written in one step', () => {
  it('has the mode asked for', () => {
    const file = join(folder, 'deep', 'secrets.json');

    writeFileAtomically(file, '{}');

    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
