import { z } from 'zod';

/** What is issued: the title that it bears, the series that it is numbered in and the name of its total. */
export const documentTypes = {
  /** For a payment, by a seller with a GSTIN. */
  'tax-invoice': { title: 'Tax invoice', series: 'INV', total: 'Total' },
  /** For a payment, by a seller without one. */
  receipt: { title: 'Receipt', series: 'RCT', total: 'Total paid' },
  /** For a refund of a payment that has a tax invoice. */
  'credit-note': { title: 'Credit note', series: 'CRN', total: 'Total credited' },
  /** For any other refund. */
  'refund-receipt': { title: 'Refund receipt', series: 'RFD', total: 'Total refunded' },
} as const;
export type DocumentType = keyof typeof documentTypes;

const rows = z.array(z.tuple([z.string(), z.string()]));

/**
 * All that a document prints, fixed when it gets its number: a name, an address or a tax rate that changes afterwards
 * changes no document (rule C2). Amounts are minor units.
 */
export const documentContentSchema = z.object({
  type: z.enum(Object.keys(documentTypes) as [DocumentType, ...DocumentType[]]),
  number: z.string(),
  issuedAt: z.date(),
  seller: z.object({ name: z.string(), lines: z.array(z.string()), email: z.string() }),
  customer: z.object({ name: z.string(), email: z.string() }),
  /** Beside the number and the date: `Reference`, `Place of supply`, the invoice that is credited. */
  facts: rows,
  /** What was sold or returned: a line, and smaller ones below it. */
  item: z.object({ title: z.string(), lines: z.array(z.string()), sac: z.string().nullable() }),
  currency: z.string(),
  totalMinor: z.int(),
  taxableMinor: z.int(),
  taxes: z.array(z.object({ name: z.string(), ratePercent: z.number(), amountMinor: z.int() })),
  amountInWords: z.string(),
  /** How the money came or went, with the numbers that the gateway and the bank know. */
  money: rows,
  notes: z.array(z.string()),
});
export type DocumentContent = z.infer<typeof documentContentSchema>;
