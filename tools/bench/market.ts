import type { Schedule } from '@serene/shared/contracts';
import { UserModel, type UserRecord } from '../../server/src/features/auth/index.ts';
import { ExpertModel, type ExpertRecord } from '../../server/src/features/experts/index.ts';
import { benchNow, buildExpert, buildUser, dayMs, minuteMs } from './fixtures.ts';

const size = 200;
const bookableDays = 58;

/** One booking to be made: a customer, an expert, and an hour that nobody else wants. */
export type Wish = { expert: ExpertRecord; customer: UserRecord; startsAt: Date };

/**
 * Puts experts, who work around the clock, and customers into the connected database.
 * @param profile what the experts' profiles differ in from the usual ones
 * @returns a source of bookings that never meet: each another hour, experts, customers and days in turns
 */
export async function openMarket(profile: Partial<ExpertRecord> = {}): Promise<() => Wish> {
  const owners = Array.from({ length: size }, () => buildUser('Sarah Khan'));
  const experts = owners.map(({ _id }) => ({ ...buildExpert(_id, aroundTheClock()), ...profile }));
  const customers = Array.from({ length: size }, () => buildUser('Asha Nair'));
  await UserModel.collection.insertMany([...owners, ...customers]);
  await ExpertModel.collection.insertMany(experts);

  let made = 0;
  return () => {
    const slot = Math.floor(made / size);
    const expert = experts[made % size];
    // Another one for each of an expert's hours: nobody may have more than a few free sessions with one expert.
    const customer = customers[(made + slot) % size];
    const hour = Math.floor(slot / bookableDays);
    if (!expert || !customer || hour >= 24) throw new Error('every hour of every expert is booked');
    made += 1;
    const day = 1 + (slot % bookableDays);
    return { expert, customer, startsAt: new Date(benchNow.getTime() + day * dayMs + hour * 60 * minuteMs) };
  };
}

function aroundTheClock(): Partial<Schedule> {
  const open = { start: '00:00', end: '24:00', enabled: true };
  return {
    timezone: 'UTC',
    workingHours: { '0': open, '1': open, '2': open, '3': open, '4': open, '5': open, '6': open },
    breakTimes: [],
  };
}
