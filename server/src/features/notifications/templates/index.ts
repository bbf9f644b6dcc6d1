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
import { withoutTypedWords, type MailReader, type TypedWords } from '../typed-words.ts';
import { mailWords } from '../words/index.ts';
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

type Sending = Omit<MailContext, 'locale'> & {
  /** Whether somebody has shown that the address is theirs: otherwise nothing that people typed is printed (E4). */
  isProved: boolean;
};
type Recipient<Data> = { reader: MailReader; localeOf: (data: Data) => ReaderLocale };

/**
 * Binds a template to its reader and to the schema of its data: a stored row is parsed before it is rendered, in the
 * language and region that it names for the reader. The data that were printed come back with the mail.
 */
function template<Schema extends z.ZodType<TypedWords>>(
  schema: Schema,
  { reader, localeOf }: Recipient<z.infer<Schema>>,
  write: (data: z.infer<Schema>, context: MailContext) => MailContent,
) {
  return {
    schema,
    reader,
    render: (row: unknown, { isProved, ...sending }: Sending): RenderedMail & { data: unknown } => {
      const parsed = schema.parse(row);
      const locale = localeOf(parsed);
      const { someone } = mailWords[locale.language].layout;
      const data = isProved ? parsed : withoutTypedWords(parsed, reader, someone);
      const mail = renderMail(write(data, { ...sending, locale }), { brand: sending.brand, language: locale.language });
      return { ...mail, data };
    },
  };
}

type Person = { locale?: string | null | undefined };

const toCustomer: Recipient<{ customer: Person }> = {
  reader: 'customer',
  localeOf: ({ customer }) => readerLocale(customer.locale),
};
const toExpert: Recipient<{ expert: Person }> = {
  reader: 'expert',
  localeOf: ({ expert }) => readerLocale(expert.locale),
};
const toAccount: Recipient<{ reader: Person }> = {
  reader: 'account',
  localeOf: ({ reader }) => readerLocale(reader.locale),
};
/** The team has no account whose language could be asked, and works with a gateway that speaks English. */
const toTeam: Recipient<unknown> = { reader: 'team', localeOf: () => plainEnglish };

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
  'verify-email': template(linkMailSchema, toAccount, verifyEmail),
  'reset-password': template(linkMailSchema, toAccount, resetPassword),
  'password-changed': template(passwordChangedMailSchema, toAccount, passwordChanged),
  welcome: template(welcomeMailSchema, toAccount, welcome),
} as const;

export type MailTemplate = keyof typeof templates;

/** What each template needs to know. */
export type MailData = { [T in MailTemplate]: z.infer<(typeof templates)[T]['schema']> };

/** Whether this version of the server can render a template; an older one may meet rows of a newer one. */
export function isTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(templates, name);
}
