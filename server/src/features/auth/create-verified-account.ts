import type { Clock } from '../../infra/clock.ts';
import { draftAccount, keepAccount, type Registration } from './draft-account.ts';
import type { UserRecord } from './user-model.ts';
import { insertUser } from './user-repository.ts';

/**
 * Creates an account whose address somebody else vouches for, as the operator does who makes it from the command line:
 * nothing is mailed.
 * @throws AppError EMAIL_IN_USE
 */
export async function createVerifiedAccount(
  { clock }: { clock: Clock },
  registration: Registration,
): Promise<UserRecord> {
  const now = clock.now();
  const user = { ...(await draftAccount(registration, now)), emailVerifiedAt: now };
  await keepAccount(() => insertUser(user));
  return user;
}
