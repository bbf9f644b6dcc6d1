import { dayMs, hourMs } from '@serene/shared/time';
import { mailboxOf } from './mailbox-of.ts';
import { findMailboxCount, writeMailboxCount } from './mailbox-count-repository.ts';
import { mailBudgets, type MailBudget } from './mail-budgets.ts';
import type { RecentSend } from './mailbox-count-model.ts';
import type { MailTemplate } from './templates/index.ts';

type Limit = { most: number; withinMs: number };

/**
 * How many mails a mailbox gets of each kind (rule E6). Whoever has an unproved address may never have asked for any, so
 * few. What an owner needs (a new password, word of a changed one) has a budget that no stranger can use up: not by
 * bookings, not by accounts with `owner+1@…`, and not by new passwords for those.
 */
export const sendLimits = {
  proved: [{ most: 30, withinMs: hourMs }],
  unproved: [
    { most: 5, withinMs: hourMs },
    { most: 10, withinMs: dayMs },
  ],
  owner: [{ most: 12, withinMs: hourMs }],
  confirming: [{ most: 3, withinMs: hourMs }],
  alias: [{ most: 5, withinMs: hourMs }],
} as const satisfies Record<string, readonly Limit[]>;

/** Kept of each budget: as many as its widest limit counts. */
const mostKept = 30;
/** Workers that count for one mailbox at the same moment. */
const mostTries = 20;
const afterContentionMs = 1_000;

export type SendRequest = { key: string; to: string; template: MailTemplate; isProved: boolean };

/**
 * Takes a place for a mail among those that its mailbox gets. The same mail, tried again, keeps its place.
 * @returns null when it may go, else when to ask again
 */
export async function takePlace({ key, to, template, isProved }: SendRequest, now: Date): Promise<Date | null> {
  const budget = budgetFor({ to, template, isProved });
  const limits = budget !== 'booking' ? sendLimits[budget] : isProved ? sendLimits.proved : sendLimits.unproved;
  const _id = mailboxOf(to);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await findMailboxCount(_id);
    const others = (found?.sends ?? []).filter((send) => send.key !== key);
    const until = fullUntil(
      others.filter((send) => budgetOf(send) === budget),
      { limits, now },
    );
    if (until !== null) return until;
    const sends = keep([...others, { key, at: now, budget }]);
    if (await writeMailboxCount(_id, found, { sends, lastAt: now })) return null;
  }
  return new Date(now.getTime() + afterContentionMs);
}

function budgetFor({ to, template, isProved }: Omit<SendRequest, 'key'>): MailBudget {
  switch (template) {
    case 'reset-password':
    case 'password-changed':
      // Anybody makes accounts with aliases of a mailbox; the address itself is one account, asked for by few requests.
      return isProved || to.toLowerCase() === mailboxOf(to) ? 'owner' : 'alias';
    case 'verify-email':
    case 'welcome':
      return 'confirming';
    default:
      return 'booking';
  }
}

/** Mails of before the budgets were told apart were about an account or not, and those were mostly to confirm one. */
function budgetOf({ budget, isAccount }: RecentSend): MailBudget {
  return budget ?? (isAccount ? 'confirming' : 'booking');
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
  return mailBudgets.flatMap((budget) => sends.filter((send) => budgetOf(send) === budget).slice(-mostKept));
}
