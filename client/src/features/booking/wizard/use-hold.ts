import type { SessionType } from '@serene/shared/contracts';
import type { UseMutationResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { hasCode } from '../../../lib/api/errors.ts';
import { useCurrentUser } from '../../auth/index.ts';
import { useCreateOrder } from '../api/create-order.ts';
import { useOrder } from '../api/order.ts';
import type { BookingWish, OfferDetails } from '../api/wish.ts';
import { priceOf, type BookableExpert } from '../expert.ts';
import { checkoutOrder } from '../checkout-order.ts';
import type { Wizard } from './use-wizard.ts';

/** A price in major units, as it was shown. */
type ShownPrice = { price: number; currency: string };
type Agreed = ShownPrice & { duration: number; offerId: string | null };

type HoldUse = {
  expert: BookableExpert;
  wizard: Wizard;
  zone: string;
  /** Books what costs nothing. */
  bookFree: Pick<UseMutationResult<{ id: string }, Error, BookingWish>, 'mutate' | 'isPending' | 'error' | 'reset'>;
  /** Where a session type is booked. */
  details?: OfferDetails;
  onSignInNeeded: () => void;
  /** Leads to another choice, with what is offered now where that is known. */
  onOfferChanged?: ((sessionTypes: SessionType[] | undefined) => void) | undefined;
  /** Called where there was nothing to pay, or the slot had been paid for already. */
  onBooked: (sessionId: string) => void;
};

/** Holds the chosen slot: makes its order, or finds the one of an earlier visit again. */
export function useHold({ expert, wizard, zone, bookFree, details, onSignInNeeded, onBooked, ...on }: HoldUse) {
  const { data: user } = useCurrentUser();
  const createOrder = useCreateOrder();
  const { duration, selectedTimeSlot: startsAt, paymentId, sessionType } = wizard.state;
  // A new price that the customer accepted for this offer, before the profile on this page knows it.
  const [agreed, setAgreed] = useState<Agreed>();
  const offerId = sessionType?.id ?? null;
  const isAgreed = agreed?.duration === duration && agreed.offerId === offerId;
  const { price, currency } = isAgreed ? agreed : { price: priceOf(expert, duration), currency: expert.currency };

  const made = createOrder.data?.paymentId === paymentId ? createOrder.data : undefined;
  const earlier = useOrder(paymentId ?? '', { enabled: paymentId !== null && made === undefined, every: false });
  const { data: answer } = earlier;
  const found = useMemo(() => (paymentId !== null && answer ? checkoutOrder(answer) : undefined), [paymentId, answer]);

  const onError = (error: unknown) => {
    if (hasCode(error, 'UNAUTHENTICATED')) onSignInNeeded();
  };
  const hold = (newPrice?: ShownPrice) => {
    if (startsAt === null) return;
    if (user === null) {
      onSignInNeeded();
      return;
    }
    const shown = newPrice ?? { price, currency };
    if (newPrice !== undefined) setAgreed({ ...newPrice, duration, offerId });
    const amount = shown.price;
    const { id: expertId, timezone: expertZone = zone } = expert;
    const at = { startsAt, duration, timezone: zone, expertZone };
    const wish = { expertId, ...at, amount, currency: shown.currency, ...details };
    if (amount === 0) {
      bookFree.mutate(wish, { onSuccess: ({ id }) => onBooked(id), onError });
      return;
    }
    createOrder.mutate(wish, {
      onSuccess: (order) => wizard.dispatch({ type: 'held', ...order, startsAt, duration }),
      onError,
    });
  };
  const running = price === 0 ? bookFree : createOrder;
  return {
    user,
    price,
    /** That of the price. */
    currency,
    hold,
    isHolding: running.isPending,
    error: running.error,
    /** Forgets the refusal, once the customer has chosen something else. */
    forget: running.reset,
    order: made ?? found,
    /** Whether the order was made in this visit: then the checkout opens by itself. */
    isFresh: made !== undefined,
    lookup: earlier,
    signIn: onSignInNeeded,
    chooseAgain: on.onOfferChanged,
    /** Leads to a booking that was made already. */
    showBooking: onBooked,
  };
}

export type Hold = ReturnType<typeof useHold>;
