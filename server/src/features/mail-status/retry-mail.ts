import type { AdminMail } from '@serene/shared/contracts';
import type { Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { recordAudit } from '../auth/index.ts';
import { findMail, requeueFailed } from '../notifications/index.ts';
import { presentAdminMail } from './presenter.ts';

/**
 * Lets a mail that failed be tried anew, from the first attempt on; it keeps its Message-ID. Audited.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION when it has not failed
 */
export async function retryMail(
  { clock }: { clock: Clock },
  { mailId, adminId }: { mailId: string; adminId: Types.ObjectId },
): Promise<AdminMail> {
  const failed = await findMail(mailId);
  if (!failed) throw notFound('The mail');
  const now = clock.now();
  const requeued = await inTransaction(async (transaction) => {
    if (!(await requeueFailed(mailId, now, transaction))) return false;
    const before = { failure: failed.failure ?? null, reason: failed.lastError, attempts: failed.attempts };
    const entry = { actorId: adminId, action: 'mail.retry', target: mailId, before, after: null, at: now };
    await recordAudit(entry, transaction);
    return true;
  });
  if (!requeued) throw new AppError('INVALID_TRANSITION', 'Only an email that failed can be sent again.');
  return presentAdminMail((await findMail(mailId)) ?? failed);
}
