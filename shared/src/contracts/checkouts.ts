import { z } from 'zod';
import { instantSchema } from './common.ts';

/** Our id of a payment; or the gateway's of its checkout, as the addresses of older pages have it. */
export const paymentReferenceSchema = z.string().regex(/^[\w-]{1,128}$/, 'must be the id of a payment');

/** Where the customer pays: a window that a script opens in the page, or a page of the gateway's. */
export const checkoutSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('popup'),
    /** The gateway's. */
    id: z.string(),
    /** The public key that the script needs. */
    key: z.string(),
    script: z.url(),
    /** The gateway's page for browsers that cannot show the window. */
    page: z.url(),
  }),
  z.object({ kind: z.literal('redirect'), id: z.string(), url: z.url(), expiresAt: instantSchema }),
]);
export type Checkout = z.infer<typeof checkoutSchema>;

/** The same for pages that were loaded before there was a `checkout`; to be removed a release later. */
export const olderCheckoutFields = {
  keyId: z.string().optional(),
  checkoutUrl: z.url().optional(),
  hostedCheckoutUrl: z.url().optional(),
};

/** What the page reports of a payment, as the checkout handed it over (M8). */
export const paymentReportSchema = z.object({
  razorpay_order_id: z.string().max(64),
  razorpay_payment_id: z.string().max(64),
  razorpay_signature: z.string().max(256),
});
export type PaymentReport = z.infer<typeof paymentReportSchema>;
