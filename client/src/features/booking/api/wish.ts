import type { RequestInput } from '../../../lib/api/types.ts';

type OrderNotes = Extract<RequestInput<'POST /payments/create-order'>['body'], { notes: unknown }>['notes'];

/** What of a wish belongs to a session type; the expert's hour has nothing of it but a note. */
export type OfferDetails = Pick<OrderNotes, 'sessionTypeId' | 'answers' | 'pathway' | 'note'>;

/** What a customer asks to book. */
export type BookingWish = OfferDetails & {
  expertId: string;
  startsAt: string;
  /** Minutes. */
  duration: number;
  /** The viewer's. */
  timezone: string;
  expertZone: string;
  /** What the customer saw, in major units; the server refuses another price. */
  amount: number;
  currency: string;
};
