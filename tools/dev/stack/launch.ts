import { join } from 'node:path';
import { z } from 'zod';
import type { Child } from '../processes/child.ts';
import type { Children } from '../processes/children.ts';
import { waitUntilReady } from '../processes/wait-until-ready.ts';
import type { Settings } from './settings.ts';

/** Where `build.mjs --local` puts what is started from a bundle. */
const bundles = 'dist/local';

/** The API has ten seconds to finish what it is doing. */
const apiGraceMs = 12_000;

type LaunchOptions = { settings: Settings; children: Children; env: NodeJS.ProcessEnv; say: (line: string) => void };

/** Bundles the API, the migrations and the demo data. */
export async function bundleServer({
  settings,
  children,
}: Pick<LaunchOptions, 'settings' | 'children'>): Promise<void> {
  await children.run({
    name: 'The build of the server',
    command: process.execPath,
    args: ['build.mjs', '--local'],
    cwd: join(settings.root, 'server'),
    logFile: logFile(settings, 'setup'),
  });
}

/** Runs a bundle to its end. @throws StartError when it fails */
export async function runBundle(
  bundle: 'migrate' | 'seed',
  name: string,
  { settings, children, env }: LaunchOptions,
): Promise<void> {
  await children.run({
    name,
    command: process.execPath,
    args: fromBundle(bundle),
    cwd: join(settings.root, 'server'),
    env,
    logFile: logFile(settings, 'setup'),
  });
}

/** Starts the gateway sandbox and waits until it answers. */
export async function launchSandbox({ settings, children, env }: LaunchOptions, signal: AbortSignal): Promise<Child> {
  const log = logFile(settings, 'sandbox');
  const child = await children.start({
    name: 'The gateway sandbox',
    command: process.execPath,
    args: ['--import', 'tsx', 'dev/sandbox/main.ts'],
    cwd: join(settings.root, 'tools'),
    env,
    logFile: log,
  });
  await waitUntilReady(child, `http://127.0.0.1:${settings.ports.sandbox}/`, { logFile: log, signal });
  return child;
}

/** Starts the API, in watch mode such that it restarts on changes, and waits until it is ready for requests. */
export async function launchApi({ settings, children, env, say }: LaunchOptions, signal: AbortSignal) {
  const log = logFile(settings, 'api');
  const cwd = join(settings.root, 'server');
  const watcher = [join(cwd, 'node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'src/main.ts'];
  const child = await children.start({
    name: 'The API',
    command: process.execPath,
    args: settings.watch ? watcher : fromBundle('main'),
    cwd,
    env,
    logFile: log,
    onLine: (line) => {
      const warning = readWarning(line);
      if (warning !== null) say(`api: ${warning}`);
    },
  });
  await waitUntilReady(child, `http://127.0.0.1:${settings.ports.api}/readyz`, { logFile: log, signal });
  return { ...child, stop: () => child.stop(apiGraceMs) };
}

/** Starts Vite's development server, which also passes `/api` on to the API. */
export async function launchVite({ settings, children, env }: LaunchOptions, signal: AbortSignal): Promise<Child> {
  const log = logFile(settings, 'web');
  const cwd = join(settings.root, 'client');
  const { web } = settings.ports;
  const vite = join(cwd, 'node_modules/vite/bin/vite.js');
  const child = await children.start({
    name: 'The web server',
    command: process.execPath,
    args: [vite, '--host', '127.0.0.1', '--port', `${web}`, '--strictPort'],
    cwd,
    env,
    logFile: log,
  });
  await waitUntilReady(child, `http://127.0.0.1:${web}/`, { logFile: log, signal });
  return child;
}

function fromBundle(name: 'main' | 'migrate' | 'seed'): string[] {
  return ['--enable-source-maps', join(bundles, `${name}.js`)];
}

/** Where a part's output goes. */
export function logFile({ dataDir }: Settings, part: string): string {
  return join(dataDir, 'logs', `${part}.log`);
}

const warnLevel = 40;
const logLineSchema = z.looseObject({ level: z.number().min(warnLevel), msg: z.string() });

/** The message of a log line that a person should see, or null. */
function readWarning(line: string): string | null {
  if (!line.startsWith('{')) return line;
  try {
    const parsed = logLineSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data.msg : null;
  } catch (error) {
    if (error instanceof SyntaxError) return line;
    throw error;
  }
}
