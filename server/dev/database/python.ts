import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';

const execute = promisify(execFile);

/** macOS ships an old `python3`; a newer one is then often installed under its full name. */
const names = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
const oldest = { major: 3, minor: 10 };

export type Python = {
  /** Absolute path of the interpreter. */
  executable: string;
  version: string;
};

/**
 * The first Python on the PATH that is new enough for the embedded database.
 * @throws StartError when there is none
 */
export async function findPython(env: NodeJS.ProcessEnv = process.env): Promise<Python> {
  const tooOld: string[] = [];
  for (const command of names) {
    const python = await inspect(command, env);
    if (python === null) continue;
    if (isNewEnough(python.version)) return python;
    tooOld.push(`${command} is ${python.version}`);
  }
  const found = tooOld.length > 0 ? `only an older one was found (${tooOld.join(', ')})` : 'none was found on the PATH';
  throw new StartError(
    `The embedded database needs Python ${oldest.major}.${oldest.minor} or newer; ${found}.`,
    'Install Python 3, or a mongod (https://www.mongodb.com/try/download/community), or set MONGODB_URI to a replica set.',
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

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}
