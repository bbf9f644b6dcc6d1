import { defaultSchedule } from '@serene/shared/contracts';
import { toMajorUnits, toMinorUnits } from '@serene/shared/money';
import {
  grantRole,
  vouchForAccount,
  type UserRecord,
  type VouchedAccount,
  type VouchedPerson,
} from '../src/features/auth/index.ts';
import { deleteFeedsOf } from '../src/features/feeds/index.ts';
import { assertPayablePrices, createExpert, findExpertOfUser } from '../src/features/experts/index.ts';
import type { Clock } from '../src/infra/clock.ts';
import { inTransaction } from '../src/infra/mongo.ts';
import type { AccountOrder } from './read-order.ts';

type GrantDependencies = {
  clock: Clock;
  /** Asked for once, and only for an account that is new or taken over. */
  askPassword: VouchedPerson['askPassword'];
  say: (line: string) => void;
};

/** Makes somebody an admin or an expert, with an account where they have none, and says what was done. Repeatable. */
export async function grant(dependencies: GrantDependencies, order: AccountOrder): Promise<void> {
  // Before anything is made: the rate is looked at again where the profile is.
  if (order.role === 'expert') assertPayablePrices(pricesOf(order), defaultSchedule.durations);
  const user = await ensureAccount(dependencies, order);
  if (order.role === 'admin') await grantAdmin(dependencies, user);
  else await ensureProfile(dependencies, { user, order });
}

async function ensureAccount(
  { clock, askPassword, say }: GrantDependencies,
  { name, email, timezone, role, 'take-over': takeOver }: AccountOrder,
): Promise<UserRecord> {
  const dependencies = { clock, endFeedsOf: deleteFeedsOf };
  const person = { name, email, timezone, role, takeOver, askPassword };
  const { user, outcome } = await vouchForAccount(dependencies, person);
  for (const line of told[outcome](user)) say(line);
  return user;
}

/** What the operator is told of the account, before they hear about its role. */
const told: Record<VouchedAccount['outcome'], (user: UserRecord) => string[]> = {
  created: ({ email }) => [`Made the account ${email}.`],
  'taken-over': ({ email }) => [
    `${email} was registered, perhaps with a stranger’s password, so you took the account over:`,
    'it has the name and password you gave, and its earlier sign-ins, emailed links and calendar feeds have ended.',
  ],
  kept: ({ email, name, createdAt, emailVerifiedAt }) => [
    `${email} has an account already; its name and password stay.`,
    `It belongs to ${name}, was made on ${dayOf(createdAt)}, and its address was confirmed on ${dayOf(emailVerifiedAt)}.`,
  ],
};

function dayOf(at: Date | null): string {
  return at?.toISOString().slice(0, 10) ?? 'no day we know';
}

async function grantAdmin({ say }: GrantDependencies, { _id, email, roles }: UserRecord): Promise<void> {
  await inTransaction((transaction) => grantRole(_id, 'admin', transaction));
  say(roles.includes('admin') ? `${email} was an admin already.` : `${email} is an admin from the next sign-in on.`);
}

type ExpertOrder = Extract<AccountOrder, { role: 'expert' }>;

function pricesOf({ rate, currency }: ExpertOrder) {
  return { rateMinor: toMinorUnits(rate, currency), currency };
}

async function ensureProfile(
  { clock, say }: GrantDependencies,
  { user, order }: { user: UserRecord; order: ExpertOrder },
): Promise<void> {
  const existing = await findExpertOfUser(user._id);
  if (existing) {
    say(`${user.email} was an expert already, at /experts/${existing.slug}; nothing of that was changed.`);
    return;
  }
  const { name, category, timezone } = order;
  const schedule = { ...defaultSchedule, timezone };
  const expert = await createExpert({ clock }, { userId: user._id, name, category, ...pricesOf(order), schedule });
  const { slug, currency } = expert;
  // As it was rounded to what can be paid.
  const rate = toMajorUnits(expert.rateMinor, currency);
  say(`${user.email} is an expert from the next sign-in on, at /experts/${slug}, for ${rate} ${currency} an hour.`);
  say(`They set their hours themselves; until then these are the default ones, in ${timezone}.`);
}
