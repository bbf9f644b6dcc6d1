export { sessionCalendar, type CalendarOptions } from './calendar.ts';
export type { DeliveryDependencies } from './deliver.ts';
export { drainOutbox } from './drain-outbox.ts';
export { enqueueMail, type MailRequest } from './enqueue-mail.ts';
export { outboxJob } from './jobs.ts';
export type { MailBrand } from './layout/content.ts';
export { nameSchema } from './mail-data.ts';
export type {
  BookingMailData,
  DisputeMailData,
  EndedMailData,
  MovedMailData,
  RefundMailData,
  RequestMailData,
  SlotLostMailData,
} from './mail-data.ts';
export { OutboxModel, type OutboxRecord } from './model.ts';
export { findWrittenKeys } from './repository.ts';
export { localStart } from './when.ts';
