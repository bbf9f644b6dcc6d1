import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChildren } from '../processes/children.ts';
import { installSecantus } from './install-secantus.ts';

let folder: string;
let cacheDir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-python-'));
  cacheDir = join(folder, 'cache');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A stand-in for Python: says its version, and makes virtual environments and installs packages as far as told. */
function putPython({ version = '3.12.1', venv = true, pip = true, pypi = true } = {}) {
  const python = join(folder, `python${version.replace(/\.\d+$/, '')}`);
  const script = `#!/bin/sh
case "$*" in
  *python_version*) echo "$0"; echo ${version} ;;
  "-m venv "*) ${venv ? 'mkdir -p "$3/bin" && ln -s "$0" "$3/bin/python"' : 'exit 1'} ;;
  "-m pip --version") ${pip ? 'exit 0' : 'exit 1'} ;;
  "-m pip install"*) echo "$*" >> "${join(folder, 'pip.log')}"; ${pypi ? 'exit 0' : 'echo "no such host" >&2; exit 1'} ;;
esac
`;
  writeFileSync(python, script);
  chmodSync(python, 0o755);
  rmSync(join(folder, 'python3'), { force: true });
  symlinkSync(python, join(folder, 'python3'));
}

/** The stand-in comes first on the PATH; with `alone` there is nothing else on it. */
function install({ alone = false } = {}) {
  const env = { PATH: alone ? folder : `${folder}:/usr/bin:/bin` };
  return installSecantus({ children: createChildren(), cacheDir, say: () => undefined, env });
}

describe('installing SecantusDB', () => {
  it('makes a virtual environment once', async () => {
    putPython();
    const home = join(cacheDir, 'secantusdb-0.7.0b3');

    const program = await install();

    expect(program).toEqual({ command: join(home, 'venv/bin/python'), env: {} });
    putPython({ venv: false, pip: false });
    expect(await install()).toEqual(program);
  });

  it('takes only files whose content is known, of the package and of all that it needs', async () => {
    putPython();
    await install();

    const [, list = ''] =
      /--require-hashes --only-binary :all: -r (\S+)/.exec(readFileSync(join(folder, 'pip.log'), 'utf8')) ?? [];
    const needs = readFileSync(list, 'utf8')
      .replaceAll(/^#.*\n/gm, '')
      .replaceAll('\\\n', '')
      .trim()
      .split('\n');
    expect(needs).toContainEqual(expect.stringMatching(/^secantusdb==0\.7\.0b3 /));
    for (const need of needs) expect(need).toMatch(/^[a-z\d-]+==\S+ .*--hash=sha256:[\da-f]{64}$/);
  });

  it('is done again for another Python', async () => {
    putPython({ version: '3.12.1' });
    await install();
    putPython({ version: '3.13.0', venv: false });

    expect(await install()).toMatchObject({ env: { PYTHONPATH: join(cacheDir, 'secantusdb-0.7.0b3/packages') } });
  });

  it('takes a plain folder where Python has pip but no venv', async () => {
    putPython({ venv: false });

    expect(await install()).toEqual({
      command: join(folder, 'python3'),
      env: { PYTHONPATH: join(cacheDir, 'secantusdb-0.7.0b3/packages') },
    });
  });

  it('done by several processes at once ends in one installation', async () => {
    putPython();

    const programs = await Promise.all([install(), install(), install()]);

    expect(new Set(programs.map(({ command }) => command)).size).toBe(1);
    expect(readdirSync(cacheDir)).toEqual(['secantusdb-0.7.0b3']);
  });

  it('says what to install when Python has neither venv nor pip', async () => {
    putPython({ venv: false, pip: false });

    await expect(install()).rejects.toMatchObject({
      message: expect.stringContaining('has neither venv nor pip'),
      remedy: expect.stringContaining('apt-get install python3-venv'),
    });
  });

  it('says so when PyPI cannot be reached, and leaves nothing half made', async () => {
    putPython({ pypi: false });

    await expect(install()).rejects.toMatchObject({
      remedy: expect.stringMatching(/no such host[^]*this is Python 3\.12\.1 on \w+, \w+/),
    });
    expect(readdirSync(cacheDir)).toEqual([]);
  });

  it.each(['3.9.6', '3.14.0'])('has no packages for Python %s', async (version) => {
    putPython({ version });

    await expect(install({ alone: true })).rejects.toThrow(
      `needs Python 3.10 to 3.13; what was found is another (python3 is ${version}`,
    );
  });

  it('takes another Python where the first has no packages', async () => {
    putPython({ version: '3.12.1', venv: false });
    putPython({ version: '3.14.0' });

    expect(await install()).toMatchObject({ command: join(folder, 'python3.12') });
  });

  it('needs Python at all', async () => {
    await expect(install({ alone: true })).rejects.toThrow('none was found on the PATH');
  });
});
