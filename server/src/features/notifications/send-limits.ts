import { mailboxOf } from './mailbox-of.ts';
import { findMailboxCount, writeMailboxCount } from './mailbox-count-repository.ts';
import type { RecentSend } from './mailbox-count-model.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Limit = { most: number; withinMs: number };

/**
 * How many mails a mailbox gets (rule E6). Whoever has an unproved address may never have asked for any, so few; mails
 * with links have limits of requests of their own, and a budget of their own here: otherwise a stranger's bookings would
 * keep the owner of a mailbox from a new password.
 */
export const sendLimits = {
  proved: [{ most: 30, withinMs: hourMs }],
  unproved: [
    { most: 5, withinMs: hourMs },
    { most: 10, withinMs: dayMs },
  ],
  account: [{ most: 12, withinMs: hourMs }],
} as const satisfies Record<string, readonly Limit[]>;

/** Kept of each budget: as many as its widest limit counts. */
const mostKept = 30;
/** Workers that count for one mailbox at the same moment. */
const mostTries = 20;
const afterContentionMs = 1_000;

export type SendRequest = { key: string; to: string; isAccount: boolean; isProved: boolean };

/**
 * Takes a place for a mail among those that its mailbox gets. The same mail, tried again, keeps its place.
 * @returns null when it may go, else when to ask again
 */
export async function takePlace({ key, to, isAccount, isProved }: SendRequest, now: Date): Promise<Date | null> {
  const limits = isAccount ? sendLimits.account : isProved ? sendLimits.proved : sendLimits.unproved;
  const _id = mailboxOf(to);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await findMailboxCount(_id);
    const others = (found?.sends ?? []).filter((send) => send.key !== key);
    const until = fullUntil(
      others.filter((send) => send.isAccount === isAccount),
      { limits, now },
    );
    if (until !== null) return until;
    const sends = keep([...others, { key, at: now, isAccount }]);
    if (await writeMailboxCount(_id, found, { sends, lastAt: now })) return null;
  }
  return new Date(now.getTime() + afterContentionMs);
}

function fullUntil(
  sends: readonly RecentSend[],
  { limits, now }: { limits: readonly Limit[]; now: Date },
): Date | null {
  let until: Date | null = null;
  for (const { most, withinMs } of limits) {
    const recent = sends.map(({ at }) => at.getTime()).filter((at) => at > now.getTime() - withinMs);
    const oldest = recent.toSorted((one, other) => one - other).at(-most);
    if (oldest === undefined) continue;
    const free = new Date(oldest + withinMs);
    if (until === null || free > until) until = free;
  }
  return until;
}

function keep(sends: readonly RecentSend[]): RecentSend[] {
  const newest = (isAccount: boolean) => sends.filter((send) => send.isAccount === isAccount).slice(-mostKept);
  return [...newest(true), ...newest(false)];
}
