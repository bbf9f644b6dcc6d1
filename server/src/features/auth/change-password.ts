import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import type { EndFeedsOf } from './end-access.ts';
import { draftPassword, replacePassword } from './new-password.ts';
import { isPassword } from './passwords.ts';
import type { UserRecord } from './user-model.ts';

type Wish = { currentPassword: string; password: string };

/**
 * Changes a password by the current one, and ends whatever that opened, the sign-in that asks as well: the caller begins
 * a new one.
 * @throws AppError INVALID_CREDENTIALS when the current password is wrong, or was changed at the same moment;
 * VALIDATION_FAILED for a password that the rule refuses
 */
export async function changePassword(
  { clock, endFeedsOf }: { clock: Clock; endFeedsOf: EndFeedsOf },
  account: UserRecord,
  { currentPassword, password }: Wish,
): Promise<UserRecord> {
  const { _id, passwordHash } = account;
  if (!(await isPassword(currentPassword, passwordHash))) throw wrongPassword();
  const next = await draftPassword({ clock }, password, account);
  const known = { _id, given: passwordHash };
  const user = await inTransaction((transaction) =>
    replacePassword({ endFeedsOf }, { account: known, next }, transaction),
  );
  if (user === null) throw wrongPassword();
  return user;
}

function wrongPassword(): AppError {
  return new AppError('INVALID_CREDENTIALS', 'The current password is wrong. Nothing was changed.');
}
