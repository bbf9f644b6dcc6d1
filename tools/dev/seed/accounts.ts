import { demoAccounts, demoPassword } from '../demo-accounts.ts';
import {
  grantRole,
  vouchForAccount,
  type UserRecord,
  type VouchedPerson,
} from '../../../server/src/features/auth/index.ts';
import { deleteFeedsOf } from '../../../server/src/features/feeds/index.ts';
import { createExpert, findExpertOfUser, type ExpertRecord } from '../../../server/src/features/experts/index.ts';
import type { Clock } from '../../../server/src/infra/clock.ts';
import { inTransaction } from '../../../server/src/infra/mongo.ts';
import { demoExperts, demoSchedule, type DemoExpert } from './experts.ts';

/** Creates the demo accounts and experts that are not there yet. @returns the demo customer and all demo experts */
export async function seedAccounts(clock: Clock): Promise<{ customer: UserRecord; experts: ExpertRecord[] }> {
  const customer = await ensureAccount(clock, { name: 'Asha Nair', email: demoAccounts.customer, role: 'customer' });
  const admin = await ensureAccount(clock, { name: 'Admin', email: demoAccounts.admin, role: 'admin' });
  await inTransaction((transaction) => grantRole(admin._id, 'admin', transaction));
  const experts: ExpertRecord[] = [];
  for (const demo of demoExperts) experts.push(await ensureExpert(clock, demo));
  return { customer, experts };
}

async function ensureAccount(
  clock: Clock,
  account: Pick<VouchedPerson, 'name' | 'email' | 'role' | 'timezone'>,
): Promise<UserRecord> {
  const askPassword = () => Promise.resolve(demoPassword);
  const dependencies = { clock, endFeedsOf: deleteFeedsOf };
  return (await vouchForAccount(dependencies, { ...account, locale: 'en-IN', takeOver: true, askPassword })).user;
}

async function ensureExpert(clock: Clock, demo: DemoExpert): Promise<ExpertRecord> {
  const { email, schedule: _, ...shown } = demo;
  const schedule = demoSchedule(demo);
  const user = await ensureAccount(clock, { name: shown.name, email, role: 'expert', timezone: schedule.timezone });
  return (await findExpertOfUser(user._id)) ?? createExpert({ clock }, { userId: user._id, ...shown, schedule });
}
