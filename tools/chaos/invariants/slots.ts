import { liveStatuses } from '@serene/shared/lifecycle';
import type { Violation } from '../tally.ts';
import { groupBy, type ClaimRow, type SessionRow, type Snapshot } from './snapshot.ts';

const cellMs = 5 * 60_000;

export const isLive = ({ status }: Pick<SessionRow, 'status'>): boolean => liveStatuses.some((live) => live === status);

/** Nobody's time is given twice, every live session owns its time, and nothing owns time for nobody. */
export function checkSlots({ sessions, slotclaims, now }: Snapshot): Violation[] {
  return [
    ...[...groupBy(sessions, ({ expertId }) => expertId).values()].flatMap(overlaps),
    ...[...groupBy(slotclaims, ({ expertId }) => expertId).values()].flatMap(sharedCells),
    ...slotclaims.flatMap(wrongCells),
    ...sessionsWithoutTime(sessions, slotclaims),
    ...timeWithoutSession(sessions, slotclaims, now),
  ];
}

/** All that took or take place, not only what is still ahead. */
function overlaps(sessions: readonly SessionRow[]): Violation[] {
  const taken = sessions
    .filter(({ status }) => status !== 'cancelled')
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return taken.flatMap((session, index) => {
    const next = taken[index + 1];
    if (!next || next.startsAt >= session.endsAt) return [];
    return [
      { rule: 'double booking', found: `sessions ${session._id} and ${next._id} at ${next.startsAt.toISOString()}` },
    ];
  });
}

function sharedCells(claims: readonly ClaimRow[]): Violation[] {
  const owners = new Map<number, string>();
  return claims.flatMap(({ _id, cells }) =>
    cells.flatMap((cell) => {
      const owner = owners.get(cell);
      owners.set(cell, _id);
      return owner === undefined ? [] : [{ rule: 'two claims share a cell', found: `${owner} and ${_id}: ${cell}` }];
    }),
  );
}

function wrongCells({ _id, startsAt, busyUntil, cells }: ClaimRow): Violation[] {
  const first = Math.floor(startsAt.getTime() / cellMs);
  const end = Math.ceil(busyUntil.getTime() / cellMs);
  const isRight = cells.length === end - first && cells.every((cell, index) => cell === first + index);
  return isRight ? [] : [{ rule: 'the cells of a claim are not its time', found: _id }];
}

function sessionsWithoutTime(sessions: readonly SessionRow[], claims: readonly ClaimRow[]): Violation[] {
  const byId = new Map(claims.map((claim) => [claim._id, claim]));
  return sessions.filter(isLive).flatMap((session) => {
    const claim = byId.get(session.claimId);
    const owns =
      claim?.kind === 'session' &&
      claim.expertId === session.expertId &&
      claim.paymentId === session.paymentId &&
      claim.startsAt.getTime() === session.startsAt.getTime() &&
      claim.endsAt.getTime() === session.endsAt.getTime() &&
      !claim.expiresAt;
    if (owns) return [];
    return [{ rule: 'a live session does not own its time', found: `${session._id}: claim ${JSON.stringify(claim)}` }];
  });
}

function timeWithoutSession(sessions: readonly SessionRow[], claims: readonly ClaimRow[], now: Date): Violation[] {
  // A session that took place keeps its claim until it is swept (rule S3); a cancelled one does not.
  const owners = new Set(sessions.filter(({ status }) => status !== 'cancelled').map(({ claimId }) => claimId));
  return claims.flatMap((claim) => {
    if (claim.kind === 'hold') {
      return [
        {
          rule: 'a hold is left over',
          found: `${claim._id} until ${claim.expiresAt?.toISOString()}, now ${now.toISOString()}`,
        },
      ];
    }
    return owners.has(claim._id) ? [] : [{ rule: 'a claim has no session', found: claim._id }];
  });
}
