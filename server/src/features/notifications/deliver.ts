import { createHash } from 'node:crypto';
import type { MailOutcome, MailTransport } from '../../gateways/mail/port.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Logger } from '../../infra/logger.ts';
import type { MailBrand } from './layout/content.ts';
import { bookingMailSchema, linkMailSchema, type BookingMailData } from './mail-data.ts';
import type { OutboxRecord } from './model.ts';
import type { Completion } from './repository.ts';
import { maxAttempts, retryDelayMs } from './retry-schedule.ts';
import { isTemplate, templates, type MailTemplate } from './templates/index.ts';

/** A reminder that is about to be sent. */
export type DueReminder = { key: string; readerId: string | null; data: BookingMailData };

export type DeliveryDependencies = {
  transport: MailTransport;
  clock: Clock;
  logger: Logger;
  brand: MailBrand;
  /**
   * Asked before each attempt to send a reminder: whether the session is still confirmed, at this revision and ahead,
   * and its reader still wants to be reminded (rule E2).
   */
  stillDue: (reminder: DueReminder) => Promise<boolean>;
  /** Where the reader of a mail that can be switched off does so without signing in. */
  unsubscribeUrl: (readerId: string) => string;
  /** Asked before each attempt to send a mail with a link that works once: whether it would work now (rule E2). */
  isLinkWorthMailing: (linkId: string) => Promise<boolean>;
  /** Whether somebody has shown that an address is theirs; asked before each attempt (rule E4). */
  isAddressProved: (address: string) => Promise<boolean>;
  /** The token of such a link, from its id. */
  tokenOf: (linkId: string) => string;
};

/** Tries to send one claimed row. @returns what to write down; it does not throw */
export async function deliver(row: OutboxRecord, dependencies: DeliveryDependencies): Promise<Completion> {
  const messageId = row.messageId ?? messageIdOf(row._id, dependencies.brand);
  const outcome = row.attempts > maxAttempts ? neverEnded : await attempt(row, messageId, dependencies);
  const { clock, logger } = dependencies;
  if (outcome.status === 'skipped') return { status: 'skipped' };
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
const neverEnded = { status: 'retry', reason: 'No attempt came to an end.' } as const;

async function attempt(
  row: OutboxRecord,
  messageId: string,
  dependencies: DeliveryDependencies,
): Promise<MailOutcome | { status: 'skipped' }> {
  const { transport, clock, logger, brand, unsubscribeUrl, tokenOf } = dependencies;
  const { _id: key, to, template } = row;
  // A row of before this field has none.
  const readerId = row.readerId ?? null;
  // A row of a newer version of the server, met by an older one while the two change places.
  if (!isTemplate(template)) return { status: 'retry', reason: `Unknown template ${template}.` };
  try {
    if (!(await isOfUse({ ...row, template, readerId }, dependencies))) return { status: 'skipped' };
    const switchOff = readerId && unsubscribeUrl(readerId);
    const { reader, render } = templates[template];
    const isProved = reader === 'team' || (await dependencies.isAddressProved(to));
    const context = { brand, now: clock.now(), unsubscribeUrl: switchOff, tokenOf, isProved };
    const { data, ...mail } = render(row.data, context);
    const source = { template, data };
    return await transport.send({ ...mail, messageId, to, unsubscribeUrl: switchOff, source });
  } catch (error) {
    logger.error({ err: error, mail: key, template }, 'mail not rendered or sent');
    return { status: 'retry', reason: error instanceof Error ? error.message : 'Unknown error.' };
  }
}

type KnownMail = Pick<OutboxRecord, '_id' | 'data'> & { template: MailTemplate; readerId: string | null };

/** Whether its reader can still do something with a mail that may have waited long. */
async function isOfUse(
  { _id: key, template, readerId, data }: KnownMail,
  { stillDue, isLinkWorthMailing }: DeliveryDependencies,
): Promise<boolean> {
  switch (template) {
    case 'session-reminder':
    case 'session-reminder-expert':
      return stillDue({ key, readerId, data: bookingMailSchema.parse(data) });
    case 'verify-email':
    case 'reset-password':
      return isLinkWorthMailing(linkMailSchema.parse(data).linkId);
    default:
      return true;
  }
}

/** The same for each copy of a mail; its domain is one that belongs to the sender (RFC 5322 §3.6.4). */
function messageIdOf(key: string, brand: MailBrand): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${new URL(brand.frontendUrl).hostname}>`;
}
