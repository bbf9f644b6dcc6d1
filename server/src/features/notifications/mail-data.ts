import { zoneOrUtc } from '@serene/shared/scheduling';
import { z } from 'zod';
import { oneLine } from './layout/one-line.ts';
import { unlinked } from './layout/unlinked.ts';

/** Text that somebody else chose, such as a name: printed on one line. */
export const nameSchema = z.string().transform(oneLine);

/** The same in a mail, where programs make links of what looks like an address (rule E4). */
const typedSchema = nameSchema.transform(unlinked);

/** A zone that times can be told in: a row may hold one that this runtime does not know. */
const zoneSchema = z.string().transform(zoneOrUtc);

const personSchema = z.object({
  /** Hex id. */
  id: z.string(),
  name: typedSchema,
  email: z.string(),
  /** The zone that the person's mails speak in. */
  timezone: zoneSchema,
  /** The language and region that the person's mails speak in; rows of before it was known have none. */
  locale: z.string().nullish(),
});

const expertSchema = personSchema.extend({ slug: z.string() });

/** What the mails about one session say. A snapshot: what it reports stays true, whatever changes later. */
export const bookingMailSchema = z.object({
  sessionId: z.string(),
  /** The short reference that people quote. */
  reference: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  /** Minutes. */
  duration: z.number(),
  amountMinor: z.int(),
  currency: z.string(),
  /** Null for a free session. */
  paymentId: z.string().nullable(),
  /** Of the session; calendars tell newer from older by it. */
  revision: z.int(),
  expert: expertSchema,
  customer: personSchema,
  /** Of the offer; absent or null is the expert's hour. */
  title: typedSchema.nullish(),
  /** What the customer told, in the emails of the expert alone (rule F6). */
  told: z
    .object({
      answers: z.array(z.object({ question: typedSchema, answer: typedSchema })),
      pathway: typedSchema.nullable(),
      notes: typedSchema.nullable(),
    })
    .nullish(),
});
export type BookingMailData = z.infer<typeof bookingMailSchema>;

/** A request that waits for the expert's answer (rule L4). */
export const requestMailSchema = bookingMailSchema.extend({ answerBy: z.date() });
export type RequestMailData = z.infer<typeof requestMailSchema>;

/** A session that will not take place. */
export const endedMailSchema = bookingMailSchema.extend({
  /** `system` where the deadline of a request passed. */
  by: z.enum(['customer', 'expert', 'admin', 'system']),
  reason: typedSchema.nullable(),
  /** What goes back to the customer, in minor units; 0 for nothing. */
  refundMinor: z.int(),
  /** What of it had come back before, in minor units. Mails that were written earlier lack it. */
  returnedMinor: z.int().default(0),
});
export type EndedMailData = z.infer<typeof endedMailSchema>;

/** A session that takes place at another time than planned; `startsAt` is the new one. */
export const movedMailSchema = bookingMailSchema.extend({
  by: z.enum(['customer', 'expert', 'admin']),
  previousStartsAt: z.date(),
  previousEndsAt: z.date(),
  /** Until when the expert answers, while it is still a request: that has no place in a calendar yet. */
  answerBy: z.date().nullish(),
  /** Whether no mail has told the reader of the booking yet; decided as it is sent. */
  isNews: z.boolean().nullish(),
});
export type MovedMailData = z.infer<typeof movedMailSchema>;

/** Money that came back, or that could not be brought back. */
export const refundMailSchema = z.object({
  /** The session's reference; the gateway's order id where no session came of it. */
  reference: z.string(),
  /** Hex id; null where no session came of it. */
  sessionId: z.string().nullable(),
  startsAt: z.date(),
  /** Minutes. */
  duration: z.number(),
  amountMinor: z.int(),
  currency: z.string(),
  /** Hex ids. */
  paymentId: z.string(),
  refundId: z.string(),
  /** The gateway's id, which a bank can look up; null where it has none. */
  providerRefundId: z.string().nullable(),
  /** In the gateway's words; for the admin's eyes. */
  failure: typedSchema.nullable(),
  expert: expertSchema.pick({ slug: true, name: true, timezone: true }),
  customer: personSchema.pick({ name: true, email: true, timezone: true, locale: true }),
});
export type RefundMailData = z.infer<typeof refundMailSchema>;

/** A customer's bank disputes a payment; for the admin (rule R3). */
export const disputeMailSchema = z.object({
  disputeId: z.string(),
  status: z.enum(['open', 'under_review', 'won', 'lost', 'closed']),
  phase: typedSchema,
  reasonCode: typedSchema,
  amountMinor: z.int(),
  currency: z.string(),
  respondBy: z.date().nullable(),
  /** Hex id. */
  paymentId: z.string(),
  providerPaymentId: z.string(),
  reference: z.string(),
  customer: personSchema.pick({ name: true, email: true, timezone: true, locale: true }),
});
export type DisputeMailData = z.infer<typeof disputeMailSchema>;

/** What the mail says when money arrived for a slot that was gone (rule M5). */
export const slotLostMailSchema = z.object({
  /** The gateway's order id: the one thing that the customer and support both have. */
  reference: z.string(),
  startsAt: z.date(),
  /** Minutes. */
  duration: z.number(),
  /** Whether money was taken; if not, the bank lets go of it by itself (rule M7). */
  charged: z.boolean(),
  amountMinor: z.int(),
  currency: z.string(),
  expert: expertSchema.pick({ slug: true, name: true, timezone: true }),
  customer: personSchema.pick({ name: true, email: true, timezone: true, locale: true }),
  /** Starts nearby that were free at that moment, best first. */
  nearest: z.array(z.date()),
});
export type SlotLostMailData = z.infer<typeof slotLostMailSchema>;

/** A mail with a link that works once. Its token is not here: the outbox is read by admins, and copied. */
export const linkMailSchema = z.object({
  linkId: z.string(),
  expiresAt: z.date(),
  /** Without the name: whoever typed the address chose it, and need not be who reads this. */
  reader: personSchema.pick({ timezone: true, locale: true }),
});
export type LinkMailData = z.infer<typeof linkMailSchema>;

/** The password of an account was changed. */
export const passwordChangedMailSchema = z.object({
  changedAt: z.date(),
  reader: personSchema.pick({ timezone: true, locale: true }),
});
export type PasswordChangedMailData = z.infer<typeof passwordChangedMailSchema>;

/** Somebody who has just confirmed their address. */
export const welcomeMailSchema = z.object({
  isExpert: z.boolean(),
  reader: personSchema.pick({ name: true, timezone: true, locale: true }),
});
export type WelcomeMailData = z.infer<typeof welcomeMailSchema>;

/** The numbered document of a payment, as it was issued (rule C2). */
export const receiptMailSchema = z.object({
  sessionId: z.string(),
  reference: z.string(),
  /** A plain receipt is that of a seller without a GSTIN. */
  type: z.enum(['tax-invoice', 'receipt']),
  number: z.string(),
  issuedAt: z.date(),
  /** The zone of the books: the document prints its date there. */
  timezone: zoneSchema,
  /** Whose session was sold. */
  expertName: typedSchema,
  currency: z.string(),
  totalMinor: z.int(),
  taxableMinor: z.int(),
  taxes: z.array(z.object({ name: z.string(), ratePercent: z.number(), amountMinor: z.int() })),
  customer: personSchema.pick({ name: true, locale: true }),
});
export type ReceiptMailData = z.infer<typeof receiptMailSchema>;
