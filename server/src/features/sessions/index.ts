export { bookingMailData, enqueueBookingMails, findExpertEmail } from './booking-mails.ts';
export { answerDeadline, draftSession, type BookedOffer } from './draft-session.ts';
export { SessionModel, type SessionEnd, type SessionRecord } from './model.ts';
export { presentSession } from './presenter.ts';
export { isReminderDue, remind, reminderJob } from './remind.ts';
export {
  compareAndSetSession,
  findLiveSessionAt,
  findLiveSessionsOfExpert,
  findOverdueRequests,
  findSessionOfPayment,
  findSessionsBegun,
  insertSession,
  noteEnd,
  type SessionChange,
} from './repository.ts';
export { sessionRoutes } from './routes.ts';
export { loadOwnSession, loadPeople, type SessionPeople } from './session-access.ts';
