export { sessionCalendar, type CalendarOptions } from './calendar.ts';
export type { DeliveryDependencies } from './deliver.ts';
export { drainOutbox } from './drain-outbox.ts';
export { enqueueMail } from './enqueue-mail.ts';
export { outboxJob } from './jobs.ts';
export type { MailBrand } from './layout/content.ts';
export type { BookingMailData, SlotLostMailData } from './mail-data.ts';
export { OutboxModel, type OutboxRecord } from './model.ts';
