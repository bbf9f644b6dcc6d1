export {
  calendarEntry,
  feedCalendar,
  sessionCalendar,
  sessionEntry,
  type CalendarOptions,
  type EntryState,
} from './calendar.ts';
export type { BookingMail, DeliveryDependencies } from './deliver.ts';
export { drainOutbox } from './drain-outbox.ts';
export { enqueueMail, enqueueMails, mailRecipients, type MailKey, type MailRequest } from './enqueue-mail.ts';
export type { MailBrand } from './layout/content.ts';
export {
  nameSchema,
  type BookingMailData,
  type DisputeMailData,
  type EndedMailData,
  type LinkMailData,
  type MovedMailData,
  type PasswordChangedMailData,
  type ReceiptMailData,
  type RefundMailData,
  type RequestMailData,
  type SlotLostMailData,
  type WelcomeMailData,
} from './mail-data.ts';
export { mailKinds } from './mail-kinds.ts';
export { MailboxCountModel } from './mailbox-count-model.ts';
export { mailboxOf } from './mailbox-of.ts';
export { OutboxModel, type OutboxRecord } from './model.ts';
export { languages as mailLanguages, plainEnglish, readerLocale, type Language } from './reader-locale.ts';
export { removeOldMails } from './remove-old-mails.ts';
export {
  findMail,
  findMailPage,
  findMailsOfSession,
  findWrittenKeys,
  requeueFailed,
  type MailPosition,
} from './repository.ts';
export { templates as mailTemplates, type MailTemplate } from './templates/index.ts';
export { localStart } from './when.ts';
export { mailWords } from './words/index.ts';
