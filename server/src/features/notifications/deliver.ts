import { createHash } from 'node:crypto';
import type { MailSkip } from '@serene/shared/contracts';
import type { MailOutcome, MailTransport } from '../../gateways/mail/port.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Logger } from '../../infra/logger.ts';
import type { CalendarFileUrl, MailBrand } from './layout/content.ts';
import { isReplacedBy, threadOf } from './booking-thread.ts';
import { isEndUntold } from './end-untold.ts';
import { bookingMailSchema, endedMailSchema, linkMailSchema, type BookingMailData } from './mail-data.ts';
import { mailKinds } from './mail-kinds.ts';
import type { OutboxRecord } from './model.ts';
import { findMailsOfSession, type Completion } from './repository.ts';
import { maxAttempts, retryDelayMs } from './retry-schedule.ts';
import { takePlace } from './send-limits.ts';
import { isTemplate, templates, type MailTemplate } from './templates/index.ts';
import { wholeMove } from './whole-move.ts';

/** A mail about a booking that may have waited long. */
export type BookingMail = { key: string; template: MailTemplate; readerId: string | null; data: BookingMailData };

export type DeliveryDependencies = {
  transport: MailTransport;
  clock: Clock;
  logger: Logger;
  brand: MailBrand;
  /**
   * Asked before each attempt to send a mail about a booking: why it should not go out, such as another status or
   * revision by now (rules E2 and E5); null when what it says is true.
   */
  reasonToSkip: (mail: BookingMail) => Promise<MailSkip | null>;
  /** Which reminders the customer of an announced booking will still get: minutes before it, longest first. */
  remindersBefore: (mail: BookingMail) => Promise<number[]>;
  /** Where the reader of a mail that can be switched off does so without signing in. */
  unsubscribeUrl: (readerId: string) => string;
  /** Asked before each attempt to send a mail with a link that works once: whether it would work now (rule E2). */
  isLinkWorthMailing: (linkId: string) => Promise<boolean>;
  /** Whether somebody has shown that an address is theirs; asked before each attempt (rule E4). */
  isAddressProved: (address: string) => Promise<boolean>;
  /** Whether a mailbox gets only so many mails in an hour (rule E6). */
  limits: 'on' | 'off';
  /** The token of such a link, from its id. */
  tokenOf: (linkId: string) => string;
  calendarFileUrl?: CalendarFileUrl;
};

type Attempted =
  | MailOutcome
  | { status: 'skipped'; skip: MailSkip }
  /** Its mailbox has got enough for now. */
  | { status: 'held'; until: Date };

/** Tries to send one claimed row. @returns what to write down; it does not throw */
export async function deliver(row: OutboxRecord, dependencies: DeliveryDependencies): Promise<Completion> {
  const messageId = row.messageId ?? messageIdOf(row._id, dependencies.brand);
  const outcome = row.attempts > maxAttempts ? neverEnded : await attempt(row, messageId, dependencies);
  const { clock, logger } = dependencies;
  // An earlier attempt may have arrived, and the process died before it could say so (rule E3).
  if (outcome.status === 'skipped') return row.attempts > 1 ? { ...outcome, messageId } : outcome;
  // It was not tried, so that does not count as a try; but an earlier one may have arrived, as above.
  if (outcome.status === 'held') {
    const waits = { status: 'queued', nextAttemptAt: outcome.until, attempts: Math.max(0, row.attempts - 1) } as const;
    return row.attempts > 1 ? { ...waits, messageId } : waits;
  }
  if (outcome.status === 'sent') return { status: 'sent', sentAt: clock.now(), messageId, lastError: null };
  if (outcome.status === 'retry' && row.attempts < maxAttempts) {
    const nextAttemptAt = new Date(clock.now().getTime() + retryDelayMs(row.attempts));
    return { status: 'queued', nextAttemptAt, messageId, lastError: outcome.reason };
  }
  // The reason may quote an address, so it goes to the row and not to the log.
  logger.error({ mail: row._id, template: row.template, attempts: row.attempts }, 'mail given up');
  const failure = outcome.status === 'refused' ? 'refused' : 'gave-up';
  return { status: 'failed', failure, messageId, lastError: outcome.reason };
}

/** For a row whose every attempt ended its process: only such a row is claimed once more than it may be tried. */
const neverEnded = { status: 'retry', reason: 'No attempt finished.' } as const;

async function attempt(row: OutboxRecord, messageId: string, dependencies: DeliveryDependencies): Promise<Attempted> {
  const { transport, clock, logger, brand, unsubscribeUrl, tokenOf, calendarFileUrl } = dependencies;
  const { _id: key, to } = row;
  // A row of before this field has none.
  const readerId = row.readerId ?? null;
  try {
    const letter = await toSend({ ...row, readerId }, dependencies);
    if (letter === 'unknown') return { status: 'retry', reason: `Unknown template ${row.template}.` };
    if (typeof letter === 'string') return { status: 'skipped', skip: letter };
    const { template } = letter;
    const { reader, render } = templates[template];
    const isProved = reader === 'team' || (await dependencies.isAddressProved(to));
    const isLimited = reader !== 'team' && dependencies.limits === 'on';
    const until = isLimited ? await takePlace({ key, to, template, isProved }, clock.now()) : null;
    if (until !== null) return { status: 'held', until };
    const switchOff = readerId && unsubscribeUrl(readerId);
    const remindersBefore = await remindersOf({ key, readerId, ...letter }, dependencies);
    const context = {
      brand,
      now: clock.now(),
      remindersBefore,
      unsubscribeUrl: switchOff,
      tokenOf,
      calendarFileUrl,
      isProved,
    };
    const { data, ...mail } = render(letter.data, context);
    const source = { template, data };
    return await transport.send({ ...mail, messageId, to, unsubscribeUrl: switchOff, source });
  } catch (error) {
    logger.error({ err: error, mail: key, template: row.template }, 'mail not rendered or sent');
    return { status: 'retry', reason: error instanceof Error ? error.message : 'Unknown error.' };
  }
}

type Letter = { template: MailTemplate; data: unknown };

async function remindersOf(
  { data, ...letter }: Letter & { key: string; readerId: string | null },
  { remindersBefore }: DeliveryDependencies,
): Promise<number[]> {
  const { template } = letter;
  if (mailKinds[template] !== 'announcement' || templates[template].reader !== 'customer') return [];
  return remindersBefore({ ...letter, data: bookingMailSchema.parse(data) });
}

/**
 * What a row says now, or why it says nothing any more. `unknown` is a row of a newer version of the server, met by an
 * older one while the two change places.
 */
async function toSend(
  row: OutboxRecord & { readerId: string | null },
  { reasonToSkip, isLinkWorthMailing }: DeliveryDependencies,
): Promise<Letter | MailSkip | 'unknown'> {
  const { _id: key, template, readerId, data } = row;
  if (!isTemplate(template)) return 'unknown';
  switch (mailKinds[template]) {
    case 'account': {
      const link = template === 'welcome' || template === 'password-changed' ? null : linkMailSchema.parse(data);
      return link && !(await isLinkWorthMailing(link.linkId)) ? 'link-ended' : { template, data };
    }
    // Whatever else has become of a booking, money that moved or was promised is told (rule E5).
    case 'money':
      return { template, data };
    case 'ending': {
      const ended = endedMailSchema.parse(data);
      return isEndUntold(row, ended, await findMailsOfSession(ended.sessionId)) ? 'replaced' : { template, data };
    }
    default: {
      const booking = bookingMailSchema.parse(data);
      const thread = threadOf(row, await findMailsOfSession(booking.sessionId));
      if (thread.some((later) => isReplacedBy(row, later))) return 'replaced';
      const skip = await reasonToSkip({ key, template, readerId, data: booking });
      if (skip !== null) return skip;
      const whole = wholeMove(row, thread);
      return whole !== null && isTemplate(whole.template) ? { ...whole, template: whole.template } : 'replaced';
    }
  }
}

/** The same for each copy of a mail; its domain is one that belongs to the sender (RFC 5322 §3.6.4). */
function messageIdOf(key: string, brand: MailBrand): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${new URL(brand.frontendUrl).hostname}>`;
}
