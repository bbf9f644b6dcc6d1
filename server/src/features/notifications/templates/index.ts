import type { z } from 'zod';
import type { MailContent, MailContext, RenderedMail } from '../layout/content.ts';
import { renderMail } from '../layout/render-mail.ts';
import { bookingMailSchema, slotLostMailSchema } from '../mail-data.ts';
import { bookingConfirmationUser } from './booking-confirmation-user.ts';
import { newBookingExpert } from './new-booking-expert.ts';
import { sessionReminder } from './session-reminder.ts';
import { slotLostRefund } from './slot-lost-refund.ts';

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
  'session-reminder': template(bookingMailSchema, sessionReminder),
  'slot-lost-refund': template(slotLostMailSchema, slotLostRefund),
} as const;

export type MailTemplate = keyof typeof templates;

/** What each template needs to know. */
export type MailData = { [T in MailTemplate]: z.infer<(typeof templates)[T]['schema']> };

/** Whether this version of the server can render a template; an older one may meet rows of a newer one. */
export function isTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(templates, name);
}
