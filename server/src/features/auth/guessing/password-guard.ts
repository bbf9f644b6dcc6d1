import { createHash, randomUUID } from 'node:crypto';
import { AppError } from '../../../errors.ts';
import type { Clock } from '../../../infra/clock.ts';
import { changeFailedTries } from './failed-tries-repository.ts';
import { recentFailures, waitBeforeTry } from './wait-before-try.ts';

/** Whose password is tried, and from where. */
export type PasswordTry = {
  /** The address as it was typed, in lower case. */
  email: string;
  network: string;
  /** The device that the account's owner signed in on before, if it is one; it has a count of its own. */
  deviceId: string | null;
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
    const key = keyOf(passwordTry);
    const network = passwordTry.deviceId === null ? passwordTry.network : 'device';
    const id = randomUUID();
    await countTry(key, { id, network, now: clock.now() });
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

async function countTry(key: string, { id, network, now }: { id: string; network: string; now: Date }): Promise<void> {
  const counted = await changeFailedTries(key, now, (failures) => {
    const recent = recentFailures(failures, now);
    const wait = waitBeforeTry(recent, { network, now });
    if (wait > 0) throw tooManyTries(wait);
    return [...recent, { id, at: now, network }];
  });
  if (!counted) throw tooManyTries(1_000);
}

function keyOf({ email, deviceId }: PasswordTry): string {
  if (deviceId !== null) return `device:${deviceId}`;
  return `account:${createHash('sha256').update(email).digest('base64url')}`;
}

function tooManyTries(waitMs: number): AppError {
  const retryAfterSeconds = Math.ceil(waitMs / 1_000);
  return new AppError(
    'TOO_MANY_REQUESTS',
    `Too many wrong passwords. Wait ${retryAfterSeconds} seconds, or choose a new password by email.`,
    { retryAfterSeconds },
  );
}
