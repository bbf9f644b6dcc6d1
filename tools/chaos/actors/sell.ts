import { offerTermsSchema, type SessionType } from '@serene/shared/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChaosExpert } from './market.ts';
import { changingTitle, oneMore } from './offer-types.ts';
import type { Role, World } from './world.ts';

const changes = { 'switches an offer': 30, 'prices an offer': 30, 'edits an offer': 20, 'saves in two tabs': 20 };

/** An expert changes what they sell now and then, until the run ends; the first one is at the limit of active offers. */
export async function liveAsSeller(world: World, expert: ChaosExpert, role: Role): Promise<void> {
  const { random, signal } = role;
  const isAtLimit = world.market.experts[0] === expert;
  while (!signal.aborted) {
    await wait(random.between(1_500, 6_000));
    const answer = await world.api.call(expert.person, 'GET /scheduling/session-types', {
      query: { expertId: expert.profile._id.toHexString(), includeInactive: 'true' },
    });
    if (!('body' in answer)) continue;
    const types = answer.body.sessionTypes;
    if (isAtLimit && random.chance(0.5)) await offerMore(world, expert, { types, random });
    const changing = types.find(({ title }) => title.startsWith(changingTitle));
    if (changing) await change(world, expert, { type: changing, random });
  }
}

type Choice = Pick<Role, 'random'>;

async function change(
  { api, tally }: World,
  { person }: ChaosExpert,
  { type, random }: Choice & { type: SessionType },
): Promise<void> {
  const way = random.weighted(changes);
  const save = async (changed: object) => {
    const body = { ...bodyOf(type), ...changed, version: type.version };
    const answer = await api.call(person, 'PUT /scheduling/session-types/:id', { params: { id: type.id }, body });
    tally.count('did', answer.status === 200 ? way : `${way}: not done`);
    return answer.status === 200;
  };
  const price = random.pick([0, 750, 900, 1_100]);
  const priced = { price, category: price === 0 ? 'free' : 'specialized' };
  if (way === 'switches an offer') await save({ isActive: !type.isActive });
  else if (way === 'prices an offer') await save(priced);
  else if (way === 'edits an offer') await save(edited(random));
  else {
    const saved = await Promise.all([save(priced), save(edited(random))]);
    if (saved.every(Boolean)) tally.violate('two tabs overwrite each other', `session type ${type.id}`);
  }
}

function edited(random: Choice['random']): object {
  const number = random.between(1, 1_000);
  const question = { id: 'topic', kind: 'short', label: `What is the topic, in ${number} words?`, required: true };
  return {
    title: `${changingTitle} ${number}`,
    durationMinutes: random.pick([30, 40]),
    questions: random.chance(0.5) ? [question] : [],
    terms: { bufferMinutes: random.pick([0, 10]), requiresApproval: random.pick([true, null]) },
  };
}

/** Two at once where one or none may be left (rule T3); then some are taken back, which deletes or switches them off. */
async function offerMore(
  { api, tally }: World,
  { person }: ChaosExpert,
  { types, random }: Choice & { types: readonly SessionType[] },
): Promise<void> {
  const offer = async () => {
    const body = oneMore(`One more talk ${random.between(1, 1_000)}`);
    const { status } = await api.call(person, 'POST /scheduling/session-types', { body });
    tally.count('did', status === 201 ? 'offers one more' : 'offers one more: not done');
  };
  await Promise.all([offer(), offer(), offer()]);
  const extra = types.filter(({ title, isActive }) => isActive && title.startsWith('One more talk'));
  for (const { id } of extra) {
    const { status } = await api.call(person, 'DELETE /scheduling/session-types/:id', { params: { id } });
    tally.count('did', status === 200 ? 'takes an offer back' : 'takes an offer back: not done');
  }
}

/** What an editor sends of a type as it was read. */
function bodyOf(type: SessionType): object {
  const { title, description, durationMinutes, price, currency, isActive, color, maxParticipants, ...rest } = type;
  const { category, access, pathways, questions, place, calendar } = rest;
  const what = { title, description, durationMinutes, price, currency, isActive, color, maxParticipants };
  const terms = offerTermsSchema.parse(type.terms);
  return { ...what, category, access, pathways, questions, place, calendar, terms };
}
