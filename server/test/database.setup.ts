import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { checkExternalDatabase, startDatabase } from '../../tools/dev/database/index.ts';

const cacheDir = fileURLToPath(new URL('../../.cache', import.meta.url));

/** Starts a database for each worker of the run, in temporary folders; or takes that of TEST_MONGODB_URI. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_MONGODB_URI'];
  if (given !== undefined && given !== '') {
    await checkExternalDatabase(given);
    project.provide('mongoUris', [given]);
    return () => Promise.resolve();
  }
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const workers = Array.from({ length: project.vitest.config.maxWorkers });
  const databases = await Promise.all(workers.map(() => startDatabase({ cacheDir, say })));
  project.provide(
    'mongoUris',
    databases.map(({ uri }) => uri),
  );
  return async () => void (await Promise.all(databases.map((database) => database.stop())));
}
