import type { z } from 'zod';
import type { MailContent, MailContext, RenderedMail } from '../layout/content.ts';
import { renderMail } from '../layout/render-mail.ts';
import {
  bookingMailSchema,
  disputeMailSchema,
  endedMailSchema,
  linkMailSchema,
  movedMailSchema,
  passwordChangedMailSchema,
  receiptMailSchema,
  refundMailSchema,
  requestMailSchema,
  slotLostMailSchema,
  welcomeMailSchema,
} from '../mail-data.ts';
import { plainEnglish, readerLocale, type ReaderLocale } from '../reader-locale.ts';
import { bookingConfirmationUser } from './booking-confirmation-user.ts';
import { bookingRejectedUser } from './booking-rejected-user.ts';
import { bookingRequestExpert } from './booking-request-expert.ts';
import { bookingRequestUser } from './booking-request-user.ts';
import { disputeAdmin } from './dispute-admin.ts';
import { newBookingExpert } from './new-booking-expert.ts';
import { passwordChanged } from './password-changed.ts';
import { receiptUser } from './receipt-user.ts';
import { refundFailedAdmin } from './refund-failed-admin.ts';
import { refundFailedUser } from './refund-failed-user.ts';
import { refundProcessedUser } from './refund-processed-user.ts';
import { resetPassword } from './reset-password.ts';
import { reviewRequestUser } from './review-request-user.ts';
import { sessionCancelledExpert } from './session-cancelled-expert.ts';
import { sessionCancelledUser } from './session-cancelled-user.ts';
import { sessionMovedExpert } from './session-moved-expert.ts';
import { sessionMovedUser } from './session-moved-user.ts';
import { sessionReminder } from './session-reminder.ts';
import { sessionReminderExpert } from './session-reminder-expert.ts';
import { slotLostRefund } from './slot-lost-refund.ts';
import { verifyEmail } from './verify-email.ts';
import { welcome } from './welcome.ts';

type Sending = Omit<MailContext, 'locale'>;

/**
 * Binds a template to its reader and to the schema of its data: a stored row is parsed before it is rendered, in the
 * language and region that it names for the reader.
 */
function template<Schema extends z.ZodType>(
  schema: Schema,
  localeOf: (data: z.infer<Schema>) => ReaderLocale,
  write: (data: z.infer<Schema>, context: MailContext) => MailContent,
) {
  return {
    schema,
    render: (row: unknown, sending: Sending): RenderedMail => {
      const data = schema.parse(row);
      const locale = localeOf(data);
      return renderMail(write(data, { ...sending, locale }), { brand: sending.brand, language: locale.language });
    },
  };
}

type Person = { locale?: string | null | undefined };

const toCustomer = ({ customer }: { customer: Person }) => readerLocale(customer.locale);
const toExpert = ({ expert }: { expert: Person }) => readerLocale(expert.locale);
const toReader = ({ reader }: { reader: Person }) => readerLocale(reader.locale);
/** The team has no account whose language could be asked, and works with a gateway that speaks English. */
const toTeam = () => plainEnglish;

export const templates = {
  'booking-confirmation-user': template(bookingMailSchema, toCustomer, bookingConfirmationUser),
  'new-booking-expert': template(bookingMailSchema, toExpert, newBookingExpert),
  'booking-request-user': template(requestMailSchema, toCustomer, bookingRequestUser),
  'booking-request-expert': template(requestMailSchema, toExpert, bookingRequestExpert),
  'booking-rejected-user': template(endedMailSchema, toCustomer, bookingRejectedUser),
  'session-cancelled-user': template(endedMailSchema, toCustomer, sessionCancelledUser),
  'session-cancelled-expert': template(endedMailSchema, toExpert, sessionCancelledExpert),
  'session-moved-user': template(movedMailSchema, toCustomer, sessionMovedUser),
  'session-moved-expert': template(movedMailSchema, toExpert, sessionMovedExpert),
  'session-reminder': template(bookingMailSchema, toCustomer, sessionReminder),
  'session-reminder-expert': template(bookingMailSchema, toExpert, sessionReminderExpert),
  'review-request-user': template(bookingMailSchema, toCustomer, reviewRequestUser),
  'slot-lost-refund': template(slotLostMailSchema, toCustomer, slotLostRefund),
  'refund-processed-user': template(refundMailSchema, toCustomer, refundProcessedUser),
  'refund-failed-user': template(refundMailSchema, toCustomer, refundFailedUser),
  'refund-failed-admin': template(refundMailSchema, toTeam, refundFailedAdmin),
  'dispute-admin': template(disputeMailSchema, toTeam, disputeAdmin),
  'receipt-user': template(receiptMailSchema, toCustomer, receiptUser),
  'verify-email': template(linkMailSchema, toReader, verifyEmail),
  'reset-password': template(linkMailSchema, toReader, resetPassword),
  'password-changed': template(passwordChangedMailSchema, toReader, passwordChanged),
  welcome: template(welcomeMailSchema, toReader, welcome),
} as const;

export type MailTemplate = keyof typeof templates;

/** What each template needs to know. */
export type MailData = { [T in MailTemplate]: z.infer<(typeof templates)[T]['schema']> };

/** Whether this version of the server can render a template; an older one may meet rows of a newer one. */
export function isTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(templates, name);
}
