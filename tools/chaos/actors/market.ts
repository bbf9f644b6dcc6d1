import { defaultSchedule, type Schedule } from '@serene/shared/contracts';
import type { TokenFamilyRecord, UserRecord } from '../../../server/src/features/auth/index.ts';
import type { ExpertRecord } from '../../../server/src/features/experts/index.ts';
import { buildExpert, buildUser } from '../../bench/fixtures.ts';
import type { ChaosDatabase } from '../stack/chaos-database.ts';
import type { Person } from './api-client.ts';

export type ChaosExpert = { profile: ExpertRecord; person: Person };

/** Who takes part: few experts with few hours, so that many want the same ones. */
export type Market = { experts: ChaosExpert[]; customers: Person[]; admin: Person };

const everyDay = (start: string, end: string): Schedule['workingHours'] => {
  const day = { start, end, enabled: true };
  return { '0': day, '1': day, '2': day, '3': day, '4': day, '5': day, '6': day };
};

const hours: Partial<Schedule> = {
  ...defaultSchedule,
  timezone: 'UTC',
  workingHours: everyDay('08:00', '16:00'),
  slotDuration: 30,
  maximumAdvanceDays: 14,
  durations: [30, 60, 90],
};

/** What tells the experts apart: each has a rule of the product that the others do not have. */
const kinds: (Partial<Omit<ExpertRecord, 'schedule'>> & { schedule?: Partial<Schedule> })[] = [
  {},
  { requiresApproval: true },
  { schedule: { timezone: 'Asia/Kolkata', bufferMinutes: 10 } },
  { cancellationPolicy: { freeUntilHours: 72, refundPercentAfter: 50 } },
  { requiresApproval: true, schedule: { timezone: 'America/New_York', workingHours: everyDay('22:00', '06:00') } },
  { cancellationPolicy: { freeUntilHours: 240, refundPercentAfter: 33 }, rateMinor: 99_999 },
  { rateMinor: 0, schedule: { workingHours: everyDay('10:00', '13:00') } },
];

/** Puts experts, customers and an admin into the database, whose indexes exist. */
export async function openMarket(database: ChaosDatabase, customerCount: number): Promise<Market> {
  const owners = kinds.map(() => buildUser('Sarah Khan'));
  const profiles = kinds.map(({ schedule, ...profile }, index): ExpertRecord => {
    const owner = owners[index] ?? buildUser('Sarah Khan');
    return { ...buildExpert(owner._id, { ...hours, breakTimes: [], ...schedule }), ...profile };
  });
  const customers = Array.from({ length: customerCount }, () => buildUser('Asha Nair'));
  const admin = buildUser('Ravi Rao');
  const db = database.db();
  await db.collection<UserRecord>('users').insertMany([...owners, ...customers, admin]);
  await db.collection<TokenFamilyRecord>('refreshtokens').insertMany([...owners, ...customers, admin].map(signInOf));
  await db.collection<ExpertRecord>('experts').insertMany(profiles);
  return {
    experts: profiles.map((profile) => ({
      profile,
      person: {
        userId: profile.userId,
        signInId: profile.userId,
        expertId: profile._id,
        roles: ['customer', 'expert'],
      },
    })),
    customers: customers.map(({ _id }) => ({ userId: _id, signInId: _id, expertId: null, roles: ['customer'] })),
    admin: { userId: admin._id, signInId: admin._id, expertId: null, roles: ['customer', 'admin'] },
  };
}

/** A sign-in that outlasts the run; it goes by the id of its person. */
function signInOf({ _id, createdAt }: UserRecord): TokenFamilyRecord {
  return {
    _id: _id.toHexString(),
    userId: _id,
    signInId: _id,
    signedInAt: createdAt,
    currentHash: 'of a token that nobody has',
    parentHash: null,
    rotatedAt: null,
    expiresAt: new Date('2900-01-01T00:00:00Z'),
    revokedAt: null,
  };
}
