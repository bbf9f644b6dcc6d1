import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Children } from '../processes/children.ts';
import { writeFileAtomically } from '../processes/write-file.ts';

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

/** Builds the client, unless nothing has changed since the last time. Returns the folder of the output. */
export async function buildClient({ root, cacheDir, children, env, logFile, say }: BuildOptions): Promise<string> {
  const output = join(root, 'client/dist');
  const record = join(cacheDir, 'client-build.json');
  const current = fingerprint(root, env);
  if (isUpToDate(record, { sources: current, output: stamp(output) })) return output;

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
  writeFileAtomically(record, `${JSON.stringify({ sources: current, output: stamp(output) })}\n`);
  return output;
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
