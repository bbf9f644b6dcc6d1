import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection strings of the databases of this test run. Each test file works in a database name of its own. */
    mongoUris: string[];
  }
}

/**
 * Connection string of the database that this test file works in. One that is embedded works on one core, so each worker
 * of the run has its own.
 */
export function testUri(): string {
  const uris = inject('mongoUris');
  const uri = uris[Number(process.env['VITEST_POOL_ID']) % uris.length];
  if (uri === undefined) throw new Error('The run has started no database.');
  return uri;
}
