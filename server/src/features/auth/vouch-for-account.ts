import { randomUUID } from 'node:crypto';
import type { Role } from '@serene/shared/contracts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { AppError } from '../../errors.ts';
import { draftAccount, keepAccount, type Registration } from './draft-account.ts';
import { endAccess, type EndFeedsOf } from './end-access.ts';
import { deleteLinksOf } from './links/link-repository.ts';
import { oweNotice } from './new-password.ts';
import type { UserRecord } from './user-model.ts';
import { findUserByEmail, findUserForRole, insertUser, takeOverUnproved } from './user-repository.ts';

type Dependencies = { clock: Clock; endFeedsOf: EndFeedsOf };

/** The person whom somebody vouches for. The password is asked for where the account needs one. */
export type VouchedPerson = Omit<Registration, 'password'> & {
  /** What the account is meant for. It decides whether one that exists is good enough; it is given by the caller. */
  role: Role;
  /** Whether an account whose password may be a stranger's is taken over; otherwise it is refused. */
  takeOver: boolean;
  askPassword: (account: 'new' | 'unproved') => Promise<string>;
};

/** `kept`: whoever reads the address chose the password, so the account is theirs, and nothing of it was changed. */
export type VouchedAccount = { user: UserRecord; outcome: 'created' | 'taken-over' | 'kept' };

/** An address that is registered and claimed between our reads is no reason to go round for ever. */
const maximumAttempts = 5;

/**
 * The account of a person whose address somebody vouches for, as the operator does at the command line; nothing is
 * mailed to a new address. Anybody can register an address that they can't read, and its owner may confirm it unaware. So
 * unless the reader of the address chose the password, the account is refused, or taken over: name, password and time zone
 * become those given, and whatever its maker holds stops working.
 * @throws AppError FORBIDDEN when it would have to be taken over, and must not
 */
export async function vouchForAccount(
  dependencies: Dependencies,
  { askPassword, takeOver, role, ...person }: VouchedPerson,
): Promise<VouchedAccount> {
  const wish = { email: person.email, role, takeOver };
  const known = await findKept(wish);
  if (known) return known;
  const existing = await findUserByEmail(person.email);
  const password = await askPassword(existing ? 'unproved' : 'new');
  const now = dependencies.clock.now();
  const account = { ...(await draftAccount({ ...person, password }, now)), emailVerifiedAt: now, passwordProved: true };
  for (let attempt = 1; attempt <= maximumAttempts; attempt += 1) {
    const vouched =
      (takeOver ? await takeOverAccount(dependencies, { account, role }) : null) ??
      (await findKept(wish)) ??
      (await create(account));
    if (vouched) return vouched;
  }
  throw new AppError('BUSY', `${person.email} is being registered right now. Try again.`);
}

async function takeOverAccount(
  { clock, endFeedsOf }: Dependencies,
  { account, role }: { account: UserRecord; role: Role },
): Promise<VouchedAccount | null> {
  const now = clock.now();
  const notice = { changedAt: now, noticeId: randomUUID() };
  return inTransaction(async (transaction) => {
    const taken = await takeOverUnproved(account, role, transaction);
    if (taken === null) return null;
    const { user, wasProved } = taken;
    await endAccess(user._id, { now, endFeedsOf }, transaction);
    await deleteLinksOf(user._id, transaction);
    // Whoever confirmed the address may use the account, and hears why their password is another now.
    if (wasProved) await oweNotice(user, notice, transaction);
    return { user, outcome: 'taken-over' as const };
  });
}

/** The account as it is, if it is its reader's; asked again once the password was typed, since much may happen meanwhile. */
async function findKept({
  email,
  role,
  takeOver,
}: Pick<VouchedPerson, 'email' | 'role' | 'takeOver'>): Promise<VouchedAccount | null> {
  const user = await findUserForRole(email, role);
  if (user !== null) return { user, outcome: 'kept' };
  if (takeOver || (await findUserByEmail(email)) === null) return null;
  throw unproved(email);
}

function unproved(email: string): AppError {
  return new AppError(
    'FORBIDDEN',
    `${email} is registered, but a stranger may have chosen its password before the address was confirmed. Nothing was changed.`,
  );
}

async function create(user: UserRecord): Promise<VouchedAccount | null> {
  try {
    await keepAccount(() => insertUser(user));
    return { user, outcome: 'created' };
  } catch (error) {
    // Somebody registered the address since we looked.
    if (error instanceof AppError && error.code === 'EMAIL_IN_USE') return null;
    throw error;
  }
}
