import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Children } from '../processes/children.ts';
import { lockFile } from '../processes/file-lock.ts';
import { writeFileAtomically } from '../processes/write-file.ts';
import { StartError } from '../start-error.ts';

/** All that a build is made of, from the root of the repository. */
const sources = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'client/compile-messages.ts',
  'client/preload-app.ts',
  'client/pwa.ts',
  'shared/src',
  'pnpm-lock.yaml',
];

const recordSchema = z.object({ sources: z.string(), output: z.string() });

type BuildOptions = {
  root: string;
  cacheDir: string;
  children: Children;
  /** The build's environment; of it, the `VITE_` variables end up in the output. */
  env: NodeJS.ProcessEnv;
  logFile: string;
  say: (line: string) => void;
};

/** So long at most somebody else's build is waited for. */
const patienceMs = 5 * 60_000;

/**
 * Builds the client, unless nothing has changed since the last time. Of several that want it at once one builds: they
 * would empty the folder under each other.
 * @returns the folder of the output
 * @throws StartError when the build fails, or another one goes on for minutes
 */
export async function buildClient({ root, cacheDir, children, env, logFile, say }: BuildOptions): Promise<string> {
  const output = join(root, 'client/dist');
  const record = join(cacheDir, 'client-build.json');
  const sourcesNow = fingerprint(root, env);
  const isCurrent = () => isUpToDate(record, { sources: sourcesNow, output: stamp(output) });
  if (isCurrent()) return output;

  const unlock = await takeTurn(join(cacheDir, 'client-build.lock.json'));
  try {
    if (isCurrent()) return output;
    say('Building the web client…');
    const vite = join(root, 'client/node_modules/vite/bin/vite.js');
    const cwd = join(root, 'client');
    await children.run({
      name: 'The build of the client',
      command: process.execPath,
      args: [vite, 'build'],
      cwd,
      env,
      logFile,
    });
    writeFileAtomically(record, `${JSON.stringify({ sources: sourcesNow, output: stamp(output) })}\n`);
    return output;
  } finally {
    unlock();
  }
}

async function takeTurn(file: string): Promise<() => void> {
  const lock = await lockFile(file, { note: 'builds the client', patienceMs });
  if (typeof lock === 'function') return lock;
  throw new StartError(
    `Process ${lock.pid} has been building the client for minutes.`,
    `End it, or if it is something else: rm '${file}'`,
  );
}

function isUpToDate(record: string, wanted: z.infer<typeof recordSchema>): boolean {
  if (!existsSync(record)) return false;
  try {
    const known = recordSchema.parse(JSON.parse(readFileSync(record, 'utf8')));
    return known.sources === wanted.sources && known.output === wanted.output;
  } catch (error) {
    // A damaged record costs a build, no more.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return false;
    throw error;
  }
}

/** A hash over the content of all sources: times say nothing after a `git checkout`. */
function fingerprint(root: string, env: NodeJS.ProcessEnv): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(join(root, source))) hash.update(`${file}\n`).update(readFileSync(file));
  }
  for (const name of Object.keys(env).toSorted()) {
    if (name.startsWith('VITE_')) hash.update(`${name}=${env[name]}\n`);
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Changes whenever somebody else builds, perhaps with another environment. */
function stamp(output: string): string {
  const index = join(output, 'index.html');
  return existsSync(index) ? `${statSync(index).mtimeMs}` : 'absent';
}
