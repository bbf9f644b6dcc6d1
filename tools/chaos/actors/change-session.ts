import type { Session } from '@serene/shared/contracts';
import type { Person } from './api-client.ts';
import type { Role, World } from './world.ts';

const changes = {
  cancels: 40,
  'cancels twice at once': 6,
  moves: 36,
  'cancels and moves at once': 6,
  'cancels against the expert': 6,
};

/** A customer cancels or moves one of their sessions, at times in two tabs or against the expert. */
export async function changeSession(world: World, person: Person, { random }: Role): Promise<void> {
  const { api, tally, market } = world;
  const session = await findUpcoming(world, person, { random });
  if (!session) return;
  const params = { id: session.id };
  const cancel = (who = person) => api.call(who, 'POST /sessions/:id/cancel', { params, body: {} });
  const move = () => moveSession(world, person, { session, random });
  const way = random.weighted(changes);
  const expert = market.experts.find(({ profile }) => profile._id.toHexString() === session.expert.id)?.person;
  if (way === 'cancels') await count(cancel());
  else if (way === 'moves') await count(move());
  else if (way === 'cancels twice at once') await Promise.all([count(cancel()), count(cancel())]);
  else if (way === 'cancels and moves at once') await Promise.all([count(cancel()), move()]);
  else await Promise.all([count(cancel()), expert && cancel(expert)]);

  async function count(change: Promise<{ status: number | null } | null>): Promise<void> {
    tally.count('did', (await change)?.status === 200 ? way : `${way}: not done`);
  }
}

type Choice = Pick<Role, 'random'>;

async function findUpcoming({ api }: World, person: Person, { random }: Choice): Promise<Session | null> {
  const answer = await api.call(person, 'GET /sessions', { query: { when: 'upcoming' } });
  return 'body' in answer && answer.body.sessions.length > 0 ? random.pick(answer.body.sessions) : null;
}

/** To a time that is free, or onto itself shifted by half an hour, which is legal where the rest is free. */
async function moveSession(
  { api }: World,
  person: Person,
  { session, random }: Choice & { session: Session },
): Promise<{ status: number | null } | null> {
  const answer = await api.call(person, 'GET /experts/:id/availability', {
    params: { id: session.expert.id },
    query: { date: session.scheduledDate, duration: `${session.duration}`, moving: session.id },
  });
  if (!('body' in answer)) return null;
  const free = answer.body.availableSlots.filter(
    ({ available, startsAt }) => available && startsAt !== session.startsAt,
  );
  if (free.length === 0) return null;
  const { startsAt } = random.pick(random.chance(0.5) ? free.slice(0, 2) : free);
  return api.call(person, 'POST /sessions/:id/reschedule', { params: { id: session.id }, body: { startsAt } });
}

/** A customer rates what has taken place, at times twice. */
export async function rateSession({ api, tally }: World, person: Person, { random }: Choice): Promise<void> {
  const answer = await api.call(person, 'GET /sessions', { query: { when: 'past' } });
  if (!('body' in answer) || answer.body.sessions.length === 0) return;
  const { id } = random.pick(answer.body.sessions);
  const rated = await api.call(person, 'POST /sessions/:id/rating', {
    params: { id },
    body: { rating: random.between(1, 5), review: 'Thank you.' },
  });
  tally.count('did', rated.status === 200 ? 'rates' : 'rates: not done');
}
