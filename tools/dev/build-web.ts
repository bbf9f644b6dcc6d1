import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChildren } from './processes/children.ts';
import { clientEnvironment } from './stack/environment.ts';
import { loadSettings } from './stack/settings.ts';
import { StartError } from './start-error.ts';
import { buildClient } from './web/build-client.ts';

/** Builds the web client as the starter does, so that a start after it need not. */

const root = fileURLToPath(new URL('../..', import.meta.url));

try {
  const settings = loadSettings({ root, watch: false });
  const { cacheDir } = settings;
  await buildClient({
    root,
    cacheDir,
    children: createChildren(),
    env: clientEnvironment(settings),
    logFile: join(cacheDir, 'client-build.log'),
    say: (line) => {
      console.log(line);
    },
  });
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(`${error.message}\n${error.remedy}`);
  process.exitCode = 1;
}
