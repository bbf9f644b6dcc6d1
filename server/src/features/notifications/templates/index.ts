import type { z } from 'zod';
import type { MailContent, MailContext, RenderedMail } from '../layout/content.ts';
import { renderMail } from '../layout/render-mail.ts';
import {
  bookingMailSchema,
  disputeMailSchema,
  endedMailSchema,
  linkMailSchema,
  movedMailSchema,
  receiptMailSchema,
  refundMailSchema,
  requestMailSchema,
  slotLostMailSchema,
  welcomeMailSchema,
} from '../mail-data.ts';
import { bookingConfirmationUser } from './booking-confirmation-user.ts';
import { bookingRejectedUser } from './booking-rejected-user.ts';
import { bookingRequestExpert } from './booking-request-expert.ts';
import { bookingRequestUser } from './booking-request-user.ts';
import { disputeAdmin } from './dispute-admin.ts';
import { newBookingExpert } from './new-booking-expert.ts';
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

/** Binds a template to the schema of its data: a stored row is parsed before it is rendered. */
function template<Schema extends z.ZodType>(
  schema: Schema,
  write: (data: z.infer<Schema>, context: MailContext) => MailContent,
) {
  return {
    schema,
    render: (data: unknown, context: MailContext): RenderedMail =>
      renderMail(write(schema.parse(data), context), context.brand),
  };
}

export const templates = {
  'booking-confirmation-user': template(bookingMailSchema, bookingConfirmationUser),
  'new-booking-expert': template(bookingMailSchema, newBookingExpert),
  'booking-request-user': template(requestMailSchema, bookingRequestUser),
  'booking-request-expert': template(requestMailSchema, bookingRequestExpert),
  'booking-rejected-user': template(endedMailSchema, bookingRejectedUser),
  'session-cancelled-user': template(endedMailSchema, sessionCancelledUser),
  'session-cancelled-expert': template(endedMailSchema, sessionCancelledExpert),
  'session-moved-user': template(movedMailSchema, sessionMovedUser),
  'session-moved-expert': template(movedMailSchema, sessionMovedExpert),
  'session-reminder': template(bookingMailSchema, sessionReminder),
  'session-reminder-expert': template(bookingMailSchema, sessionReminderExpert),
  'review-request-user': template(bookingMailSchema, reviewRequestUser),
  'slot-lost-refund': template(slotLostMailSchema, slotLostRefund),
  'refund-processed-user': template(refundMailSchema, refundProcessedUser),
  'refund-failed-user': template(refundMailSchema, refundFailedUser),
  'refund-failed-admin': template(refundMailSchema, refundFailedAdmin),
  'dispute-admin': template(disputeMailSchema, disputeAdmin),
  'receipt-user': template(receiptMailSchema, receiptUser),
  'verify-email': template(linkMailSchema, verifyEmail),
  'reset-password': template(linkMailSchema, resetPassword),
  welcome: template(welcomeMailSchema, welcome),
} as const;

export type MailTemplate = keyof typeof templates;

/** What each template needs to know. */
export type MailData = { [T in MailTemplate]: z.infer<(typeof templates)[T]['schema']> };

/** Whether this version of the server can render a template; an older one may meet rows of a newer one. */
export function isTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(templates, name);
}
