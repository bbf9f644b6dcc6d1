import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { checkExternalDatabase, startDatabase } from '../dev/database/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the database of this test run. Each test file works in a database name of its own. */
    mongoUri: string;
  }
}

const cacheDir = fileURLToPath(new URL('../../.cache', import.meta.url));

/** Starts one database for the whole run, in a temporary folder; or takes that of TEST_MONGODB_URI. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_MONGODB_URI'];
  if (given !== undefined && given !== '') {
    await checkExternalDatabase(given);
    project.provide('mongoUri', given);
    return () => Promise.resolve();
  }
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const database = await startDatabase({ cacheDir, say });
  project.provide('mongoUri', database.uri);
  return () => database.stop();
}
