import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { AppError } from '../../errors.ts';
import { draftAccount, keepAccount, type Registration } from './draft-account.ts';
import { endAccess, type EndFeedsOf } from './end-access.ts';
import { deleteLinksOf } from './links/link-repository.ts';
import type { UserRecord } from './user-model.ts';
import { findUserByEmail, insertUser, takeOverUnproved } from './user-repository.ts';

type Dependencies = { clock: Clock; endFeedsOf: EndFeedsOf };

/** The person whom somebody vouches for. The password is asked for where the account needs one. */
export type VouchedPerson = Omit<Registration, 'password'> & {
  /** Whether an account that is registered without proof of its address is taken over; otherwise it is refused. */
  takeOver: boolean;
  askPassword: (account: 'new' | 'unproved') => Promise<string>;
};

/** `kept`: the address was proved, so its reader owns the account, and nothing of it was changed. */
export type VouchedAccount = { user: UserRecord; outcome: 'created' | 'taken-over' | 'kept' };

/** An address that is registered and proved between our reads is no reason to go round for ever. */
const maximumAttempts = 5;

/**
 * The account of a person whose address somebody vouches for, as the operator does at the command line; nothing is
 * mailed. Anybody can register an address that they can't read, so an account whose address nobody proved is refused, or
 * taken over: name, password and time zone become those given, and whatever its maker holds stops working.
 * @throws AppError FORBIDDEN when it would have to be taken over, and must not
 */
export async function vouchForAccount(
  dependencies: Dependencies,
  { askPassword, takeOver, ...person }: VouchedPerson,
): Promise<VouchedAccount> {
  const existing = await findUserByEmail(person.email);
  if (existing !== null && existing.emailVerifiedAt !== null) return { user: existing, outcome: 'kept' };
  if (existing !== null && !takeOver) throw unproved(person.email);
  const password = await askPassword(existing ? 'unproved' : 'new');
  const now = dependencies.clock.now();
  const account = { ...(await draftAccount({ ...person, password }, now)), emailVerifiedAt: now };
  for (let attempt = 1; attempt <= maximumAttempts; attempt += 1) {
    const vouched =
      (takeOver ? await takeOverAccount(dependencies, account) : null) ??
      (await findProved(person.email, takeOver)) ??
      (await create(account));
    if (vouched) return vouched;
  }
  throw new AppError('BUSY', `${person.email} is being registered at this moment. Try again.`);
}

async function takeOverAccount(
  { clock, endFeedsOf }: Dependencies,
  account: UserRecord,
): Promise<VouchedAccount | null> {
  const now = clock.now();
  return inTransaction(async (session) => {
    const user = await takeOverUnproved(account, session);
    if (user === null) return null;
    await endAccess(user._id, { now, endFeedsOf }, session);
    await deleteLinksOf(user._id, session);
    return { user, outcome: 'taken-over' as const };
  });
}

/** An account that was registered, or whose address was proved, while the password was typed. */
async function findProved(email: string, takeOver: boolean): Promise<VouchedAccount | null> {
  const user = await findUserByEmail(email);
  if (user === null) return null;
  if (user.emailVerifiedAt !== null) return { user, outcome: 'kept' };
  if (takeOver) return null;
  throw unproved(email);
}

function unproved(email: string): AppError {
  return new AppError(
    'FORBIDDEN',
    `${email} is registered, but nobody has confirmed the address: a stranger may have made the account. Nothing was changed.`,
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
