import { AsyncLocalStorage } from 'node:async_hooks';

const acting = new AsyncLocalStorage<string>();

/** Runs `work`, and all that it starts, in the name of a person, whose share of the transactions is limited (rule T1). */
export function actAs<T>(person: string, work: () => T): T {
  return acting.run(person, work);
}

/** For whom this code runs; undefined for jobs, webhooks and whoever is not signed in. */
export function actingPerson(): string | undefined {
  return acting.getStore();
}
