import type { Child } from '../processes/child.ts';
import type { Children } from '../processes/children.ts';
import type { Engine, LaunchFailure, LaunchOptions } from './engine.ts';
import { installSecantus, secantusVersion, type SecantusProgram } from './install-secantus.ts';

type PrepareOptions = { children: Children; cacheDir: string; say: (line: string) => void; env?: NodeJS.ProcessEnv };

/**
 * SecantusDB: speaks MongoDB's wire protocol on WiredTiger, and comes from PyPI where no mongod can be had.
 * @throws StartError when it cannot be installed
 */
export async function prepareSecantus(options: PrepareOptions): Promise<Engine> {
  const program = await installSecantus(options);
  return {
    name: 'secantusdb',
    label: `SecantusDB ${secantusVersion}`,
    launch: (launch) => launchSecantus(program, launch),
    uri: (port) => `mongodb://127.0.0.1:${port}/serene?directConnection=true`,
  };
}

async function launchSecantus(program: SecantusProgram, options: LaunchOptions): Promise<Child | LaunchFailure> {
  let announce: (up: true) => void;
  const up = new Promise<true>((resolve) => {
    announce = resolve;
  });
  const child = await options.children.start({
    name: 'SecantusDB',
    command: program.command,
    hasPrivateFiles: true,
    // Without --sync-on-commit a kill -9 loses acknowledged transactions, journaled or not (rule T1).
    args: [
      '-m',
      'secantus',
      '--host',
      '127.0.0.1',
      '--port',
      `${options.port}`,
      '--storage-path',
      options.folder,
      '--sync-on-commit',
    ],
    cwd: options.folder,
    env: { ...(options.env ?? process.env), ...program.env },
    logFile: options.logFile,
    onLine: (line) => {
      // Its own word, not an open port: when binding fails, the port answers for somebody else.
      if (line.includes('listening on')) announce(true);
    },
  });
  if ((await Promise.race([up, child.exited])) === true) return child;
  const said = child.tail().join('\n');
  return { kind: failureKind(said), said };
}

function failureKind(said: string): LaunchFailure['kind'] {
  if (said.includes('Address already in use')) return 'port-taken';
  if (said.includes('Device or resource busy')) return 'in-use';
  return 'broken';
}
