import { createHash, randomUUID } from 'node:crypto';
import { AppError } from '../../../errors.ts';
import type { Clock } from '../../../infra/clock.ts';
import type { KnownDevice } from './device-cookie.ts';
import { changeFailedTries } from './failed-tries-repository.ts';
import { mostOnDevices, recentFailures, waitBeforeTry, type FailedTry } from './wait-before-try.ts';

/** Whose password is tried, and from where. */
export type PasswordTry = {
  /** The address as it was typed, in lower case. */
  email: string;
  network: string;
  /** The device that the account's owner signed in on before, if it is one; strangers do not count against it. */
  device: KnownDevice | null;
};

/**
 * Looks at a password where that may be done now. Only failures count: the try is counted first, so that many at once
 * are no way around, and given back when `check` succeeds, or fails for another reason than the password.
 * @param check throws INVALID_CREDENTIALS for a wrong password
 * @throws AppError TOO_MANY_REQUESTS with the wait, without having looked; whatever `check` throws
 */
export type PasswordGuard = <T>(passwordTry: PasswordTry, check: () => Promise<T>) => Promise<T>;

/** @param mode `off` (load tests) looks at every password */
export function createPasswordGuard(mode: 'on' | 'off', clock: Clock): PasswordGuard {
  if (mode === 'off') return (_passwordTry, check) => check();
  return async (passwordTry, check) => {
    const id = randomUUID();
    const { key, network } = await countTry(passwordTry, { id, now: clock.now() });
    const giveBack = (forgiven: boolean) =>
      changeFailedTries(key, clock.now(), (failures) =>
        failures
          .filter((failure) => failure.id !== id)
          // A right password forgives the mistakes before it; over all networks they still count.
          .map((failure) => (forgiven && failure.network === network ? { ...failure, network: '' } : failure)),
      );
    try {
      const proved = await check();
      await giveBack(true);
      return proved;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'INVALID_CREDENTIALS') await giveBack(false);
      throw error;
    }
  };
}

/** Where a try is counted: whose failures, and which of them are its own. */
type Count = { key: string; network: string };

/** Counts a try. @returns where, for giving it back */
async function countTry(
  { email, network, device }: PasswordTry,
  { id, now }: { id: string; now: Date },
): Promise<Count> {
  if (device !== null) {
    const count = { key: `devices:${device.circle}`, network: device.id };
    if (await addTry(count, { id, now, mayAdd: (recent) => recent.length < mostOnDevices })) return count;
    // Too many mistakes on all devices together: somebody may have gathered their cookies, so they are strangers now.
  }
  const count = { key: `account:${createHash('sha256').update(email).digest('base64url')}`, network };
  await addTry(count, { id, now, mayAdd: () => true });
  return count;
}

type NewTry = { id: string; now: Date; mayAdd: (recent: readonly FailedTry[]) => boolean };

/** @returns false when it may not be added there */
async function addTry({ key, network }: Count, { id, now, mayAdd }: NewTry): Promise<boolean> {
  let added = false;
  const counted = await changeFailedTries(key, now, (failures) => {
    const recent = recentFailures(failures, now);
    added = mayAdd(recent);
    if (!added) return recent;
    const wait = waitBeforeTry(recent, { network, now });
    if (wait > 0) throw tooManyTries(wait);
    return [...recent, { id, at: now, network }];
  });
  if (!counted) throw tooManyTries(1_000);
  return added;
}

function tooManyTries(waitMs: number): AppError {
  const retryAfterSeconds = Math.ceil(waitMs / 1_000);
  return new AppError(
    'TOO_MANY_REQUESTS',
    `Too many wrong passwords. Wait ${retryAfterSeconds} seconds, or choose a new password by email.`,
    { retryAfterSeconds },
  );
}
