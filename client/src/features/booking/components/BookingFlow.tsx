import { useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { signInPath } from '../../auth/index.ts';
import { sessionQueryOptions } from '../../sessions/index.ts';
import type { BookableExpert } from '../expert.ts';
import { failedPath, successPath } from '../paths.ts';
import { readAddress } from '../wizard/address.ts';
import { dialogScreens } from '../wizard/dialog-screens.ts';
import type { BookingAddress } from '../wizard/empty-address.ts';
import { writeAddress } from '../wizard/write-address.ts';
import { BookSessionModal } from './BookSessionModal.tsx';

type BookingFlowProps = { expert: BookableExpert };

/** The booking on a page: its state is the page's address, so that reloading, signing in and going back keep it. */
export function BookingFlow({ expert }: BookingFlowProps) {
  const [search, setSearch] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const wizard = readAddress(search, dialogScreens);
  // At once: the next press must find what the choice before it made.
  const keep = (next: BookingAddress, { isOpen, replace }: { isOpen: boolean; replace: boolean }) =>
    flushSync(() => setSearch(writeAddress(search, next, isOpen), { replace }));
  return (
    <BookSessionModal
      expert={expert}
      isOpen={search.has('book')}
      wizard={wizard}
      // A new step is a new entry in the history: the browser's back button goes one step back.
      onWizardChange={(next, before) => keep(next, { isOpen: true, replace: next.step === before.step })}
      onClose={() => keep(wizard, { isOpen: false, replace: true })}
      onSignInNeeded={() => void navigate(signInPath(location.pathname + location.search))}
      onOfferChanged={() => void navigate(`/booking/${expert.slug ?? expert.id}?${search.toString()}`)}
      onSuccess={(sessionId) => {
        const session = queryClient.getQueryData(sessionQueryOptions(sessionId).queryKey);
        void navigate(successPath(sessionId, session?.paymentId ?? null), { replace: true });
      }}
      onFailure={(error, paymentId) => void navigate(failedPath(error, paymentId))}
    />
  );
}
