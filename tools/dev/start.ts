import { fileURLToPath } from 'node:url';
import { demoAccounts, demoPassword } from './demo-accounts.ts';
import { loadSettings, type Settings } from './stack/settings.ts';
import { createStack } from './stack/stack.ts';
import { StartError } from './start-error.ts';

/** `pnpm start`, and with `--watch` `pnpm dev`: the whole product on this machine, until Ctrl-C. */

const root = fileURLToPath(new URL('../..', import.meta.url));

const say = (line: string) => {
  console.log(line);
};

async function main(): Promise<void> {
  const settings = loadSettings({ root, watch: process.argv.includes('--watch') });
  const stack = createStack({ settings, say, onGiveUp: (reason) => void end(1, reason) });

  let ending = false;
  const end = async (code: number, line?: string) => {
    if (ending) return;
    ending = true;
    if (line !== undefined) say(line);
    await stack.end();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0, 'Ending…'));
  // Whoever read what we print has gone; there is nobody to work for.
  process.stdout.on('error', () => void end(0));

  say('Starting Serene…');
  try {
    const { demo } = await stack.start();
    if (!ending) welcome(settings, demo);
  } catch (error) {
    // A start that Ctrl-C cuts short fails somewhere; that is no news.
    if (ending) return;
    if (!(error instanceof StartError)) throw error;
    explain(error);
    await end(1);
  }
}

function explain({ message, remedy }: StartError): void {
  say(`\nSerene cannot start. ${message}\n${remedy}`);
}

function welcome({ ports, dataDir }: Settings, demo: boolean): void {
  say('');
  if (demo) say(`Demo accounts, password ${demoPassword}: ${Object.values(demoAccounts).join(', ')}`);
  say(`Data and logs are in ${dataDir}. Ctrl-C ends everything.`);
  say(`Serene is ready: http://localhost:${ports.web}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  explain(error);
  process.exit(1);
}
