import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { signInPath } from '../../auth/index.ts';
import { sessionQueryOptions } from '../../sessions/index.ts';
import type { BookableExpert } from '../expert.ts';
import { failedPath, successPath } from '../paths.ts';
import { readWizard, writeWizard } from '../wizard/address.ts';
import { BookSessionModal } from './BookSessionModal.tsx';

type BookingFlowProps = { expert: BookableExpert };

/** The booking on a page: its state is the page's address, so that reloading, signing in and going back keep it. */
export function BookingFlow({ expert }: BookingFlowProps) {
  const [search, setSearch] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const wizard = readWizard(search);
  return (
    <BookSessionModal
      expert={expert}
      isOpen={search.has('book')}
      wizard={wizard}
      // A new step is a new entry in the history: the browser's back button goes one step back.
      onWizardChange={(next, before) =>
        setSearch(writeWizard(search, next, true), { replace: next.step === before.step, preventScrollReset: true })
      }
      onClose={() => setSearch(writeWizard(search, wizard, false), { replace: true, preventScrollReset: true })}
      onSignInNeeded={() => void navigate(signInPath(location.pathname + location.search))}
      onSuccess={(sessionId) => {
        const session = queryClient.getQueryData(sessionQueryOptions(sessionId).queryKey);
        void navigate(successPath(sessionId, session?.paymentId ?? null), { replace: true });
      }}
      onFailure={(error, orderId) => void navigate(failedPath(error, orderId))}
    />
  );
}
