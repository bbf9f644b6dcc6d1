import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Child } from '../processes/child.ts';
import type { Children } from '../processes/children.ts';
import { isPortFree } from '../processes/ports.ts';
import { storedPort } from '../processes/stored-port.ts';
import { StartError } from '../start-error.ts';
import type { Engine, LaunchFailure } from './engine.ts';
import { unreadable } from './marker.ts';

/** How long a folder may still be held by a run that is just ending. */
const handoverMs = 8_000;
const mostPortTries = 5;

type LaunchPlan = {
  children: Children;
  dataDir: string;
  cacheDir: string;
  /** The folder of everything about the database, and in it that of the engine's own files. */
  home: string;
  folder: string;
  port?: number | undefined;
  logFile?: string | undefined;
  env?: NodeJS.ProcessEnv | undefined;
};

/**
 * Starts an engine on the port asked for, or on the stored one, or on a free one that is then stored.
 * @throws StartError when the port is taken, or the data is in use or cannot be opened
 */
export async function launchEngine(engine: Engine, plan: LaunchPlan): Promise<{ child: Child; port: number }> {
  const handoverEnds = performance.now() + handoverMs;
  let portTries = 0;
  for (;;) {
    const port = await choosePort(plan);
    const { children, folder, logFile, env } = plan;
    const outcome = await engine.launch({ children, folder, port, logFile, env });
    if ('pid' in outcome) return { child: outcome, port };
    if (outcome.kind === 'port-taken' && (portTries += 1) < mostPortTries) continue;
    if (outcome.kind === 'in-use' && performance.now() < handoverEnds) {
      await wait(250);
      continue;
    }
    throw launchError(engine, plan, outcome);
  }
}

async function choosePort({ port, dataDir }: LaunchPlan): Promise<number> {
  if (port === undefined) return storedPort(join(dataDir, 'ports.json'), 'database');
  if (await isPortFree(port)) return port;
  throw new StartError(
    `Port ${port} (DATABASE_PORT) is in use by another program.`,
    'End that program, or choose another port, or leave DATABASE_PORT out: a free one is then found.',
  );
}

function launchError(engine: Engine, plan: LaunchPlan, failure: LaunchFailure): StartError {
  const lastLine = failure.said.trim().split('\n').at(-1) ?? '';
  if (failure.kind === 'in-use') {
    return new StartError(
      `The database folder ${plan.home} is in use by another running Serene.`,
      'End that one first, or set DATA_DIR to another folder.',
    );
  }
  if (/No module named|error while loading shared libraries|command not found/.test(failure.said)) {
    return new StartError(
      `${engine.label} does not run: ${lastLine}`,
      `Delete ${plan.cacheDir} and start again: it is installed anew.`,
    );
  }
  return unreadable(plan.home, `cannot be opened by ${engine.label}, it seems damaged: ${lastLine}`);
}
