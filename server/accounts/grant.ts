import { defaultSchedule } from '@serene/shared/contracts';
import { toMinorUnits } from '@serene/shared/money';
import { createVerifiedAccount, findUserByEmail, grantRole, type UserRecord } from '../src/features/auth/index.ts';
import { createExpert, findExpertOfUser } from '../src/features/experts/index.ts';
import type { Clock } from '../src/infra/clock.ts';
import { inTransaction } from '../src/infra/mongo.ts';
import type { AccountOrder } from './read-order.ts';

type GrantDependencies = {
  clock: Clock;
  /** Asked for once, and only for an account that does not exist yet. */
  askPassword: () => Promise<string>;
  say: (line: string) => void;
};

/** Makes somebody an admin or an expert, with an account where they have none, and says what was done. Repeatable. */
export async function grant(dependencies: GrantDependencies, order: AccountOrder): Promise<void> {
  const user = await ensureAccount(dependencies, order);
  if (order.role === 'admin') await grantAdmin(dependencies, user);
  else await ensureProfile(dependencies, { user, order });
}

async function ensureAccount(
  { clock, askPassword, say }: GrantDependencies,
  { name, email, timezone }: AccountOrder,
): Promise<UserRecord> {
  const existing = await findUserByEmail(email);
  if (existing) {
    say(`${email} has an account already; its name and password stay.`);
    return existing;
  }
  const user = await createVerifiedAccount({ clock }, { name, email, timezone, password: await askPassword() });
  say(`Made the account ${email}.`);
  return user;
}

async function grantAdmin({ say }: GrantDependencies, { _id, email, roles }: UserRecord): Promise<void> {
  await inTransaction((session) => grantRole(_id, 'admin', session));
  say(roles.includes('admin') ? `${email} was an admin already.` : `${email} is an admin from the next sign-in on.`);
}

type ExpertOrder = Extract<AccountOrder, { role: 'expert' }>;

async function ensureProfile(
  { clock, say }: GrantDependencies,
  { user, order }: { user: UserRecord; order: ExpertOrder },
): Promise<void> {
  const existing = await findExpertOfUser(user._id);
  if (existing) {
    say(`${user.email} was an expert already, at /experts/${existing.slug}; nothing of that was changed.`);
    return;
  }
  const { name, category, rate, currency, timezone } = order;
  const rateMinor = toMinorUnits(rate, currency);
  const schedule = { ...defaultSchedule, timezone };
  const { slug } = await createExpert({ clock }, { userId: user._id, name, category, rateMinor, currency, schedule });
  say(`${user.email} is an expert from the next sign-in on, at /experts/${slug}, for ${rate} ${currency} an hour.`);
  say(`They set their hours themselves; until then these are the default ones, in ${timezone}.`);
}
