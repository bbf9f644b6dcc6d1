export { enqueueBookingMails, findExpertEmail } from './booking-mails.ts';
export { draftSession, type BookedOffer } from './draft-session.ts';
export { SessionModel, type SessionRecord } from './model.ts';
export { presentSession } from './presenter.ts';
export { isReminderDue, remind, reminderJob } from './remind.ts';
export { findLiveSessionAt, findLiveSessionsOfExpert, findSessionOfPayment, insertSession } from './repository.ts';
export { sessionRoutes } from './routes.ts';
export { loadPeople } from './session-access.ts';
