import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from './api-client.ts';
import { book, type Customer } from './book.ts';
import { changeSession, rateSession } from './change-session.ts';
import { retry } from './retry.ts';
import type { Role, World } from './world.ts';

const visits = { books: 66, retries: 7, changes: 22, rates: 5 };
/** The release before has no door to try again. */
const visitsOfBoth = { ...visits, retries: 0 };

/** Comes again and again until the run ends. */
export async function liveAsCustomer(world: World, person: Person, role: Role): Promise<void> {
  const customer: Customer = { ...role, person, remembered: [] };
  while (!role.signal.aborted) {
    const visit = role.random.weighted(world.stack.isMixed ? visitsOfBoth : visits);
    if (visit === 'books') await book(world, customer);
    else if (visit === 'retries') await retry(world, customer);
    else if (visit === 'changes') await changeSession(world, person, role);
    else await rateSession(world, person, role);
    await wait(role.random.between(20, 400));
  }
}
