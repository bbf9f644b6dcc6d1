import type { Connection } from 'mongoose';

/** One change of the data, run once for each database, in the order of the ids. */
export type Migration = {
  /** `0001-what-it-does`, as its file is named. */
  id: string;
  /** Must be harmless when it runs again: a process may die between the change and the note that it was made. */
  up(connection: Connection): Promise<void>;
};
