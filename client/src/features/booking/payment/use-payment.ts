import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '@serene/shared/contracts';
import { useEffect, useEffectEvent, useReducer } from 'react';
import { sessionKeys, sessionQueryOptions } from '../../sessions/index.ts';
import { timesOf } from '../../times/index.ts';
import { useOrder } from '../api/order.ts';
import { useReleaseOrder } from '../api/release-order.ts';
import { isRefusal, isSlotTaken, useVerifyPayment } from '../api/verify-payment.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import type { Prefill } from './prefill.ts';
import { initialPayment, reducePayment, type PaymentPhase } from './state.ts';
import { useCheckout } from './use-checkout.ts';

type PaymentUse = {
  order: CheckoutOrder | undefined;
  /** Whether to open the checkout at once; not after a reload, where the customer asks for it. */
  autoOpen: boolean;
  description: string;
  prefill: Prefill;
  /** With the gateway's id of the checkout. */
  onBooked: (session: Session, orderId: string) => void;
  /** Attempts that the customer gave up, null where none had failed; or a payment that could not be confirmed. */
  onFailure: (reason: string | null) => void;
  onReleased: () => void;
};

/** Milliseconds between two looks at the order, by what we wait for. */
const lookEvery: Record<PaymentPhase, number | false> = {
  preparing: false,
  paying: 10_000,
  unfinished: 5000,
  blocked: 5000,
  confirming: 2000,
  ended: 5000,
  lost: false,
  booked: false,
  refused: false,
};

/** Runs one payment from the open checkout to its end, whichever of checkout, answer and watch brings the news first. */
export function usePayment({ order, autoOpen, description, prefill, onBooked, onFailure, onReleased }: PaymentUse) {
  const openNow = order !== undefined && autoOpen;
  const [state, dispatch] = useReducer(reducePayment, openNow, (open) =>
    open ? reducePayment(initialPayment, { type: 'order-ready', openNow: true }) : initialPayment,
  );
  const queryClient = useQueryClient();
  const verify = useVerifyPayment();
  const release = useReleaseOrder();
  const every = lookEvery[state.phase];
  const { data: seen } = useOrder(order?.paymentId ?? '', {
    enabled: order !== undefined && every !== false,
    every,
  });

  const isShown = useCheckout({
    order,
    opening: state.phase === 'paying' ? state.round : null,
    description,
    prefill,
    events: {
      onPaid: (report) => {
        dispatch({ type: 'paid' });
        verify.mutate(report, {
          // Without a session the payment is still on its way: the watch goes on (202, M8).
          onSuccess: (answer) => 'session' in answer && dispatch({ type: 'settled', session: answer.session }),
          onError: (error) => {
            if (isSlotTaken(error)) dispatch({ type: 'slot-lost', refund: error.details?.refund ?? null });
            if (isRefusal(error)) dispatch({ type: 'refused' });
          },
        });
      },
      onAttemptFailed: (reason) => dispatch({ type: 'attempt-failed', reason }),
      onDismissed: () => dispatch({ type: 'dismissed' }),
    },
    onBlocked: () => dispatch({ type: 'checkout-blocked' }),
  });

  useEffect(() => {
    if (order !== undefined) dispatch({ type: 'order-ready', openNow: autoOpen });
  }, [order, autoOpen]);

  useEffect(() => {
    if (seen !== undefined) dispatch({ type: 'order-seen', order: seen });
  }, [seen]);

  const report = useEffectEvent((phase: PaymentPhase) => {
    if (order === undefined) return;
    if (phase === 'booked' && state.session !== null) {
      queryClient.setQueryData(sessionQueryOptions(state.session.id).queryKey, state.session);
      void queryClient.invalidateQueries({ queryKey: sessionKeys.all, refetchType: 'none' });
      void queryClient.invalidateQueries({ ...timesOf(state.session.expert.id), refetchType: 'none' });
      onBooked(state.session, order.checkout.id);
    }
    if (phase === 'unfinished') onFailure(state.failure);
    if (phase === 'refused') onFailure('payment_not_verified');
  });
  useEffect(() => {
    report(state.phase);
  }, [state.phase]);

  const giveBack = () => {
    if (order === undefined) return;
    release.mutate(order.paymentId, {
      onSuccess: (answer) => {
        if ('session' in answer && answer.session) dispatch({ type: 'settled', session: answer.session });
        else if (answer.released) onReleased();
        else dispatch({ type: 'payment-on-its-way' });
      },
      onError: (error) => {
        if (isSlotTaken(error)) dispatch({ type: 'slot-lost', refund: error.details?.refund ?? null });
      },
    });
  };

  return { state, dispatch, isShown, release, giveBack };
}

export type PaymentRun = ReturnType<typeof usePayment>;
