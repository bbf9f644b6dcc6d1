import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Children } from '../processes/children.ts';
import { StartError } from '../start-error.ts';
import { findPython, type Python } from './python.ts';

export const secantusVersion = '0.7.0b3';
/** The package and all that it needs, by version and by the hashes of their files. */
const requirements = fileURLToPath(new URL('./secantus-requirements.txt', import.meta.url));
/** Of these there are files in the list. */
const platforms =
  'CPython 3.10 to 3.13 on Linux (x86_64 or aarch64, glibc 2.28 or newer) or macOS 11 or newer (Apple silicon)';
const recordFile = 'installation.json';

const installationSchema = z.object({
  /** In an environment of its own, or in a folder that PYTHONPATH names. */
  kind: z.enum(['venv', 'packages']),
  executable: z.string(),
  /** What the executable led to, links resolved. */
  interpreter: z.string(),
});

type Installation = z.infer<typeof installationSchema>;

/** How to run the installed package: `command -m secantus`, with `env` added to the environment. */
export type SecantusProgram = { command: string; env: Record<string, string> };

type InstallOptions = {
  children: Children;
  /** Shared by all runs of this checkout. */
  cacheDir: string;
  say: (line: string) => void;
  env?: NodeJS.ProcessEnv;
};

/**
 * Finds SecantusDB in the cache, or installs it there from PyPI, by hash. Several processes may do this at once: each builds in
 * a folder of its own and renames it into place, which one of them wins, so a half-made installation is never seen.
 * @throws StartError when Python or the package cannot be had
 */
export async function installSecantus(options: InstallOptions): Promise<SecantusProgram> {
  const { cacheDir, say, env = process.env } = options;
  const home = join(cacheDir, `secantusdb-${secantusVersion}`);
  const installed = readProgram(home);
  if (installed) return installed;

  const python = await findPython(env);
  say(`Installing the embedded database, SecantusDB ${secantusVersion}, from PyPI (once)…`);
  await mkdir(cacheDir, { recursive: true });
  const draft = await mkdtemp(join(cacheDir, 'secantusdb-'));
  try {
    const installation = await install(draft, python, { ...options, env });
    await writeFile(join(draft, recordFile), JSON.stringify(installation));
    if (!(await moveIntoPlace(draft, home)) && !readProgram(home)) {
      // What is in its place is of before, and its Python is not there any more.
      await rm(home, { recursive: true, force: true });
      await moveIntoPlace(draft, home);
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const program = readProgram(home);
  if (!program) throw new StartError(`SecantusDB is missing from ${home}.`, `Delete ${home} and start again.`);
  return program;
}

async function install(draft: string, python: Python, options: InstallOptions): Promise<Installation> {
  const { children, env = process.env } = options;
  const quiet = { ...env, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' };
  const { executable, version } = python;
  const venv = join(draft, 'venv');
  const run = (args: string[]) =>
    children.run({ name: `python ${args.join(' ')}`, command: executable, args, env: quiet });
  const installation = { executable, interpreter: realpathSync(executable) };

  if ((await attempt(run(['-m', 'venv', venv]))) === null) {
    await pip({ children, command: join(venv, 'bin', 'python'), args: [], env: quiet, version });
    return { ...installation, kind: 'venv' };
  }
  // Debian's python3 comes without ensurepip; its pip, where there is one, installs into a plain folder all the same.
  await rm(venv, { recursive: true, force: true });
  const cause = await attempt(run(['-m', 'pip', '--version']));
  if (cause !== null) {
    throw new StartError(
      `Python ${python.version} has neither venv nor pip, so the embedded database cannot be installed.`,
      'Install one of them (Debian, Ubuntu: apt-get install python3-venv), or a mongod, or set MONGODB_URI to a replica set.',
      { cause },
    );
  }
  await pip({ children, command: executable, args: ['--target', join(draft, 'packages')], env: quiet, version });
  return { ...installation, kind: 'packages' };
}

type PipOptions = { children: Children; command: string; args: string[]; env: NodeJS.ProcessEnv; version: string };

async function pip({ children, command, args, env, version }: PipOptions): Promise<void> {
  try {
    await children.run({
      name: `pip install secantusdb==${secantusVersion}`,
      command,
      args: [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--require-hashes',
        '--only-binary',
        ':all:',
        ...args,
        '-r',
        requirements,
      ],
      env,
    });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    throw new StartError(
      `The embedded database could not be installed: ${error.message}`,
      `Is the network there? ${error.remedy}\nIt can be installed with ${platforms}; this is Python ${version} on ${process.platform}, ${process.arch}.\nInstead, install a mongod, or set MONGODB_URI to a replica set.`,
      { cause: error },
    );
  }
}

async function attempt(run: Promise<void>): Promise<StartError | null> {
  try {
    await run;
    return null;
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
}

/** @returns false when something is there already: that of another process, which was faster, is as good as ours */
async function moveIntoPlace(draft: string, home: string): Promise<boolean> {
  try {
    await rename(draft, home);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    return false;
  }
}

function readProgram(home: string): SecantusProgram | null {
  const file = join(home, recordFile);
  if (!existsSync(file)) return null;
  const { kind, executable, interpreter } = installationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const command = kind === 'venv' ? join(home, 'venv/bin/python') : executable;
  // The packages are for one version of Python, and the interpreter behind the link may have been replaced since.
  if (!existsSync(command) || realpathSync(command) !== interpreter) return null;
  return { command, env: kind === 'venv' ? {} : { PYTHONPATH: join(home, 'packages') } };
}
