import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';

const execute = promisify(execFile);

/** macOS ships an old `python3`; a newer one is then often installed under its full name. */
const names = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
/** Those that secantus-requirements.txt lists packages for. */
const oldest = 10;
const newest = 13;

export type Python = {
  /** Absolute path of the interpreter. */
  executable: string;
  version: string;
};

/**
 * The first Python on the PATH that the embedded database can be installed for.
 * @throws StartError when there is none
 */
export async function findPython(env: NodeJS.ProcessEnv = process.env): Promise<Python> {
  const unfit: string[] = [];
  for (const command of names) {
    const python = await inspect(command, env);
    if (python === null) continue;
    if (isFit(python.version)) return python;
    unfit.push(`${command} is ${python.version}`);
  }
  const found = unfit.length > 0 ? `what was found is another (${unfit.join(', ')})` : 'none was found on the PATH';
  throw new StartError(
    `The embedded database needs Python 3.${oldest} to 3.${newest}; ${found}.`,
    `Install Python 3.${newest}, or a mongod (https://www.mongodb.com/try/download/community), or set MONGODB_URI to a replica set.`,
  );
}

async function inspect(command: string, env: NodeJS.ProcessEnv): Promise<Python | null> {
  const ask = 'import platform, sys; print(sys.executable); print(platform.python_version())';
  try {
    const { stdout } = await execute(command, ['-c', ask], { env });
    const [executable = '', version = ''] = stdout.split('\n');
    return { executable, version };
  } catch (error) {
    // Not there, or a placeholder that only points to an installer.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function isFit(version: string): boolean {
  const [major, minor = 0] = version.split('.').map(Number);
  return major === 3 && minor >= oldest && minor <= newest;
}
