import { z } from 'zod';

/**
 * People choose their names. A name is printed on one line, without control characters and without the marks that
 * reverse the reading direction, so it can neither start a header or a paragraph of its own nor hide what follows.
 */
const nameSchema = z.string().transform((name) =>
  name
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim(),
);

const personSchema = z.object({
  /** Hex id. */
  id: z.string(),
  name: nameSchema,
  email: z.string(),
  /** The zone that the person's mails speak in. */
  timezone: z.string(),
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
});
export type BookingMailData = z.infer<typeof bookingMailSchema>;

/** What the mail says when money arrived for a slot that was gone (rule M5). */
export const slotLostMailSchema = z.object({
  /** The gateway's order id: the one thing that the customer and support both have. */
  reference: z.string(),
  startsAt: z.date(),
  /** Minutes. */
  duration: z.number(),
  amountMinor: z.int(),
  currency: z.string(),
  expert: expertSchema.pick({ slug: true, name: true, timezone: true }),
  customer: personSchema.pick({ name: true, email: true, timezone: true }),
  /** Starts nearby that were free at that moment, best first. */
  nearest: z.array(z.date()),
});
export type SlotLostMailData = z.infer<typeof slotLostMailSchema>;
