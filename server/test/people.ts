import { defaultSchedule, type Schedule } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import { insertUser, type UserRecord } from '../src/features/auth/index.ts';
import { createExpert, ExpertModel, type ExpertRecord } from '../src/features/experts/index.ts';
import { buildSignIn } from './sign-ins.ts';
import { createTestClock } from './test-clock.ts';

const clock = createTestClock();
let made = 0;

/** Inserts an account that is signed in (`buildSignIn`). It cannot sign in once more, since it has no password. */
export async function buildUser(overrides: Partial<UserRecord> = {}): Promise<UserRecord> {
  made += 1;
  const user: UserRecord = {
    _id: new Types.ObjectId(),
    name: `Person ${made}`,
    email: `person-${made}@example.com`,
    emailVerifiedAt: clock.now(),
    passwordProved: true,
    passwordHash: null,
    phone: null,
    roles: ['customer'],
    timezone: 'Asia/Kolkata',
    createdAt: clock.now(),
    ...overrides,
  };
  await insertUser(user);
  await buildSignIn(user._id, user.createdAt);
  return user;
}

type ExpertOverrides = Partial<Omit<ExpertRecord, 'schedule'>> & { schedule?: Partial<Schedule> };

/** Inserts an expert with an account of their own: Monday to Friday 09:00 to 17:00 in India unless said otherwise. */
export async function buildExpert({ schedule, ...overrides }: ExpertOverrides = {}): Promise<ExpertRecord> {
  const userId = overrides.userId ?? (await buildUser())._id;
  const created = await createExpert(
    { clock },
    {
      name: `Expert ${made}`,
      category: 'Coaching',
      rateMinor: 150_000,
      currency: 'INR',
      ...overrides,
      userId,
      schedule: { ...defaultSchedule, ...schedule },
    },
  );
  const expert = { ...created, ...overrides };
  await ExpertModel.replaceOne({ _id: created._id }, expert);
  return expert;
}
