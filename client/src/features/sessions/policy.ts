import type { Session, User } from '@serene/shared/contracts';
import { allowedActions, cancellationRefund, type SessionAction, type SessionRole } from '@serene/shared/lifecycle';

/** What the viewer is in this session: their own booking counts before their office. */
export function roleIn({ customer, expert }: Session, user: Pick<User, 'expertId'>): SessionRole {
  if (customer === undefined) return 'customer';
  return user.expertId === expert.id ? 'expert' : 'admin';
}

/**
 * What somebody may do with the session at `now`, in epoch milliseconds of the server: its own policy, asked here.
 * Nothing until the server's time is known.
 */
export function actionsFor(session: Session, role: SessionRole, now: number | null): SessionAction[] {
  if (now === null) return [];
  const { status, policy, rating, startsAt, endsAt, answerBy, autoCompletedAt } = session;
  const instants = {
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
    answerBy: answerBy === null ? null : Date.parse(answerBy),
    autoCompletedAt: autoCompletedAt === null ? null : Date.parse(autoCompletedAt),
  };
  return allowedActions({ status, policy, rating, ...instants }, role, now);
}

/** What comes back if the session is cancelled at `now`, in minor units: its own policy, asked here. */
export function refundFor(session: Session, by: SessionRole, now: number): number {
  const { status, startsAt, policy, amountMinor, lateRefundMinor } = session;
  return cancellationRefund({
    by,
    status: status === 'pending' ? 'pending' : 'confirmed',
    startsAt: Date.parse(startsAt),
    now,
    policy,
    paidMinor: amountMinor,
    lateRefundMinor,
  });
}
