import type { AdminMail, Mail, MailStatus } from '@serene/shared/contracts';
import { AppError } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { findMailPage, findMailsOfSession } from '../notifications/index.ts';
import { loadOwnSession } from '../sessions/index.ts';
import { readCursor, writeCursor } from './mail-cursor.ts';
import { presentAdminMail, presentMail } from './presenter.ts';

/**
 * What became of the mails about a session, oldest first, for its expert and an admin. Those to the admin are about
 * money that went astray and stay out.
 * @throws AppError FORBIDDEN for its customer, NOT_FOUND for anybody else
 */
export async function mailsOfSession(sessionId: string, principal: Principal): Promise<Mail[]> {
  const { session } = await loadOwnSession(sessionId, principal);
  const isExpert = principal.expertId?.equals(session.expertId) ?? false;
  if (!isExpert && !principal.roles.includes('admin')) {
    throw new AppError('FORBIDDEN', 'Only the expert can see which emails were sent.');
  }
  const rows = await findMailsOfSession(sessionId);
  return rows
    .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
    .map(presentMail)
    .filter(({ recipient }) => recipient !== 'admin');
}

type ListInput = { status: MailStatus; cursor?: string | undefined; limit: number };

/** One page of all mails of a status, for the admin, and the cursor of the next. */
export async function listMails(input: ListInput): Promise<{ mails: AdminMail[]; nextCursor: string | null }> {
  const { status, cursor, limit } = input;
  const after = cursor === undefined ? null : readCursor(cursor);
  const found = await findMailPage({ status, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    mails: page.map(presentAdminMail),
    nextCursor: last && found.length > limit ? writeCursor(last) : null,
  };
}
