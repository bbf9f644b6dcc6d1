import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Older ones lack what change streams need (pre-images). */
const oldestMajor = 6;
const downloadHost = 'fastdl.mongodb.org';
const reachTimeoutMs = 3_000;

export type MongodProgram = { command: string; version: string };

/** A usable program, or why there is none. */
export type Search = { program: MongodProgram } | { missing: string };

/** The `mongod` on the PATH. */
export async function mongodOnPath(env: NodeJS.ProcessEnv = process.env): Promise<Search> {
  const search = await inspect('mongod', env);
  return 'program' in search || search.missing !== 'not found' ? search : { missing: 'no mongod on the PATH' };
}

type DownloadOptions = { cacheDir: string; say: (line: string) => void; env?: NodeJS.ProcessEnv };

/** The `mongod` that mongodb-memory-server downloads for this system, kept in the cache. */
export async function downloadedMongod({ cacheDir, say, env = process.env }: DownloadOptions): Promise<Search> {
  if (env['MONGOMS_RUNTIME_DOWNLOAD'] === 'false') return { missing: 'downloads are switched off' };
  // One try: the default of three makes an offline start wait for seven seconds. Zero would never try at all.
  process.env['MONGOMS_MAX_RETRIES'] ??= '1';
  const { DryMongoBinary, MongoBinary } = await import('mongodb-memory-server-core');
  const downloadDir = join(cacheDir, 'mongod');
  try {
    const options = await DryMongoBinary.generateOptions({ downloadDir });
    const existing = await DryMongoBinary.locateBinary(options);
    if (existing !== undefined) return await inspect(existing, process.env);
    if (!(await canDownload())) return { missing: 'none to download without a network' };
    say('Downloading mongod (once, about 100 MB)…');
    return await inspect(await MongoBinary.getPath({ downloadDir }), process.env);
  } catch (error) {
    // No build for this system, or the download failed: the chain goes on with the next engine.
    if (error instanceof Error) return { missing: `none could be downloaded (${firstLine(error.message)})` };
    throw error;
  }
}

async function inspect(command: string, env: NodeJS.ProcessEnv): Promise<Search> {
  try {
    const { stdout } = await execute(command, ['--version'], { env });
    const [, version = 'of unknown version', major = '0'] = /db version v((\d+)\S*)/.exec(stdout) ?? [];
    if (Number(major) >= oldestMajor) return { program: { command, version } };
    return { missing: `${command} ${version} is too old (${oldestMajor}.0 or newer is needed)` };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // Not there, or it does not run here (a missing library, another processor).
    return { missing: error.code === 'ENOENT' ? 'not found' : `${command} does not run (${firstLine(error.message)})` };
  }
}

/** Tells a machine without a network at once, instead of after the system's own long time-outs. */
async function canDownload(): Promise<boolean> {
  const configured = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'MONGOMS_DOWNLOAD_MIRROR'];
  if (configured.some((name) => process.env[name] !== undefined)) return true;
  return new Promise((resolve) => {
    const socket = connect({ host: downloadHost, port: 443, timeout: reachTimeoutMs });
    const answer = (reached: boolean) => () => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', answer(true));
    socket.once('timeout', answer(false));
    socket.once('error', answer(false));
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
