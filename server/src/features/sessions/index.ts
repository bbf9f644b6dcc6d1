export { reasonToSkip, remindersBefore } from './booking-mail-truth.ts';
export { bookingMailData, enqueueBookingMails, findExpertAccount, type MailAccount } from './booking-mails.ts';
export { createCalendarFileLinks } from './calendar-file-links.ts';
export { answerDeadline, draftSession, type BookedOffer } from './draft-session.ts';
export { entryState } from './entry-state.ts';
export { lateRefundMinor } from './late-refund.ts';
export { SessionModel, type SessionEnd, type SessionRecord } from './model.ts';
export { presentSession, type SessionDisplay } from './presenter.ts';
export { layReminderMarks, remind } from './remind.ts';
export { ReminderMarkModel } from './reminder-mark-model.ts';
export { readOffsets } from './reminder-offsets.ts';
export {
  compareAndSetSession,
  findFreeSessions,
  findLiveSessionAt,
  findLiveSessionsOfExpert,
  findOverdueRequests,
  findSession,
  findSessionOfPayment,
  findSessionsBegun,
  findSessionsByIds,
  findSessionsFrom,
  hasBookedForFree,
  insertSession,
  isAhead,
  listSessionsByStatus,
  noteEnd,
  type FreeSession,
  type SessionChange,
} from './repository.ts';
export { sessionRoutes } from './routes.ts';
export { loadOwnSession, loadPeople, type SessionPeople } from './session-access.ts';
export { readCursor as readSessionCursor, writeCursor as writeSessionCursor } from './session-cursor.ts';
