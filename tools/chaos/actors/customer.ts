import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from './api-client.ts';
import { book } from './book.ts';
import { changeSession, rateSession } from './change-session.ts';
import type { Role, World } from './world.ts';

const visits = { books: 70, changes: 25, rates: 5 };

/** Comes again and again until the run ends. */
export async function liveAsCustomer(world: World, person: Person, role: Role): Promise<void> {
  while (!role.signal.aborted) {
    const visit = role.random.weighted(visits);
    if (visit === 'books') await book(world, person, role);
    else if (visit === 'changes') await changeSession(world, person, role);
    else await rateSession(world, person, role);
    await wait(role.random.between(20, 400));
  }
}
