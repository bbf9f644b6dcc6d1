import type { SignInSummary } from '@serene/shared/contracts';
import { notFound } from '../../errors.ts';
import type { SignedInPrincipal } from '../../http/principal.ts';
import { latestStart } from './sign-in-lifetime.ts';
import type { TokenFamilyRecord } from './token-family-model.ts';
import { findFamiliesOf, revokeFamiliesOf, revokeSignIn, type SignInKey } from './token-family-repository.ts';

type Caller = Pick<SignedInPrincipal, 'userId' | 'signInId'>;

/** Where a person is signed in: this device first, then the one used last. */
export async function listSignIns({ userId, signInId }: Caller, now: Date): Promise<SignInSummary[]> {
  const families = await findFamiliesOf(userId, now);
  const rows = families.flatMap((family) => (family.signInId ? [presentSignIn(family, family.signInId)] : []));
  const current = signInId.toHexString();
  return rows
    .map((row) => ({ ...row, current: row.id === current }))
    .toSorted((one, other) => Number(other.current) - Number(one.current) || byLastUse(one, other));
}

/** Signs one device out. @throws AppError NOT_FOUND when it is signed out, or another person's */
export async function endSignIn(signIn: SignInKey, now: Date): Promise<void> {
  if (!(await revokeSignIn(signIn, now))) throw notFound('The device');
}

/** Signs a person out on every device, the one that asks as well. */
export async function endSignIns({ userId }: Pick<Caller, 'userId'>, now: Date): Promise<void> {
  await revokeFamiliesOf(userId, now);
}

function presentSignIn(family: TokenFamilyRecord, signInId: SignInKey['signInId']) {
  const { device, rotatedAt, expiresAt, signedInAt = latestStart(expiresAt) } = family;
  return {
    id: signInId.toHexString(),
    browser: device?.browser ?? null,
    system: device?.system ?? null,
    signedInAt: signedInAt.toISOString(),
    lastUsedAt: (rotatedAt ?? signedInAt).toISOString(),
  };
}

function byLastUse(one: { lastUsedAt: string }, other: { lastUsedAt: string }): number {
  return Date.parse(other.lastUsedAt) - Date.parse(one.lastUsedAt);
}
