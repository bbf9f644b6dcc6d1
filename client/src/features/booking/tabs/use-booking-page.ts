import type { Expert, SessionType } from '@serene/shared/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { signInPath, useCurrentUser, useViewerZone } from '../../auth/index.ts';
import { hourlyOfferId, sessionTypesQueryOptions, type OfferChoice } from '../../offers/index.ts';
import { sessionQueryOptions } from '../../sessions/index.ts';
import { useBookFreeSession } from '../api/book-free-session.ts';
import { useConfirmBooking } from '../api/confirm-booking.ts';
import { noDetails, offerDetails } from '../details/details.ts';
import { useDetails } from '../details/use-details.ts';
import { confirmationPath, failedPath, successPath } from '../paths.ts';
import type { BookingAddress } from '../wizard/empty-address.ts';
import type { Screen } from '../wizard/state.ts';
import { useHold } from '../wizard/use-hold.ts';
import { useWizard } from '../wizard/use-wizard.ts';
import { readPageAddress, writePageAddress } from './page-address.ts';
import { onTermsOf } from './terms.ts';

type BookingPageOf = {
  expert: Expert;
  offers: readonly OfferChoice[];
  /** Asks for the profile again, where its offers are not what they were. */
  onOffersChanged: () => void;
};

/** The booking of the page: its state is the page's address, and what was typed is kept for this tab. */
export function useBookingPage({ expert, offers, onOffersChanged }: BookingPageOf) {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { zone, changeZone } = useViewerZone();
  const { data: user } = useCurrentUser();
  const { address: read, offerId } = readPageAddress(search);
  const offer = offers.find(({ id }) => id === offerId);
  const sessionType = offer?.sessionType;
  const bookable = onTermsOf(expert, offer);
  const address = { ...read, duration: offeredLength(bookable.durations, read.duration) };
  const told = useDetails({ expertId: expert.id, sessionType, userId: user?.id ?? null });
  const known = { sessionType, clientDetails: told.clientDetails };

  const path = (next: BookingAddress, of = offerId) => writePageAddress(search, { address: next, offerId: of });
  const wizard = useWizard(
    {
      wizard: address,
      known,
      // At once: the next press must find what the choice before it made.
      onWizardChange: (next, before, { sessionType: type }) =>
        flushSync(() => setSearch(path(next, offerIdOf(type)), { replace: next.step === before.step })),
    },
    zone,
  );
  const signIn = (screen: Screen = wizard.state.screen) =>
    void navigate(signInPath(`${pathname}?${path({ ...address, step: screen }).toString()}`));
  const showBooked = (sessionId: string) => {
    told.forget();
    const session = queryClient.getQueryData(sessionQueryOptions(sessionId).queryKey);
    const paymentId = session?.paymentId ?? null;
    const to = paymentId === null ? confirmationPath(sessionId) : successPath(sessionId, paymentId);
    void navigate(to, { replace: true });
  };

  const keepOffers = (sessionTypes: SessionType[]) =>
    queryClient.setQueryData(sessionTypesQueryOptions(expert.id).queryKey, { success: true, sessionTypes });
  const bookHour = useBookFreeSession();
  const confirm = useConfirmBooking();
  const hold = useHold({
    expert: bookable,
    wizard,
    zone,
    bookFree: sessionType ? confirm : bookHour,
    ...(sessionType === undefined ? {} : { details: offerDetails(sessionType, told.clientDetails ?? noDetails) }),
    onSignInNeeded: signIn,
    onBooked: showBooked,
    onOfferChanged: (now) => {
      if (now !== undefined) keepOffers(now);
      onOffersChanged();
      wizard.dispatch({ type: 'offer-changed' });
    },
  });
  return {
    expert,
    /** The expert on the terms of what is chosen. */
    bookable,
    offers,
    offer,
    /** Whether the address names an offer that there is not, or not any more. */
    isOfferGone: offerId !== null && offer === undefined,
    address,
    wizard,
    hold,
    zone,
    changeZone,
    needsSignIn: offer?.isForMembers === true && user === null,
    /** Leads to the sign-in and back to a screen, this one where none is named. */
    signIn,
    showBooked,
    /** A payment that could not be confirmed has its own page; any other is tried again here. */
    showFailed: (error: string, paymentId: string) => {
      if (error === 'payment_not_verified') void navigate(failedPath(error, paymentId));
    },
  };
}

export type BookingPageState = ReturnType<typeof useBookingPage>;

function offeredLength(durations: readonly number[] = [], wanted: number): number {
  return durations.includes(wanted) ? wanted : (durations[0] ?? wanted);
}

function offerIdOf(sessionType: SessionType | null | undefined): string | null {
  return sessionType === undefined ? null : (sessionType?.id ?? hourlyOfferId);
}
