import type { User } from '@serene/shared/contracts';
import { useState } from 'react';
import { LoadFailed, Loading, Notice, PageHeading, Skeleton, type NoticeText } from '../../../components/ui/index.ts';
import { RequireUser } from '../../auth/index.ts';
import { useHourlyOffer, useOwnSessionTypes } from '../api/own-offers.ts';
import { AddOffer } from '../components/list/AddOffer.tsx';
import { OfferList } from '../components/list/OfferList.tsx';
import { words } from '../list-words.ts';

/** Where an expert sees and arranges all that customers can book with them. */
export function OffersPage() {
  return <RequireUser needs="expert">{(user) => <OwnOffers key={user.id} user={user} />}</RequireUser>;
}

/** Fetches the editor. */
export async function fetchOfferPage() {
  return (await import('./OfferPage.tsx')).OfferPage;
}

function OwnOffers({ user }: { user: User }) {
  const expertId = user.expertId ?? '';
  const hour = useHourlyOffer();
  const types = useOwnSessionTypes(expertId);
  const [notice, setNotice] = useState<NoticeText>();
  const missing = [hour, types].filter(({ data }) => data === undefined);
  const error = missing.find((query) => query.error !== null)?.error;
  return (
    <div className="page flex max-w-220 flex-col gap-6 py-6 md:py-10">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex max-w-[60ch] flex-col gap-2">
          <PageHeading title={words.title} />
          <p className="text-muted">{words.intro}</p>
        </div>
        <AddOffer />
      </header>
      <Notice notice={notice} />
      {missing.length > 0 && !error && (
        <Loading label={words.loading}>
          <div className="flex flex-col gap-3">
            {[0, 1, 2].map((place) => (
              <Skeleton key={place} className="h-20" />
            ))}
          </div>
        </Loading>
      )}
      {error && (
        <LoadFailed
          title={words.loadFailed}
          error={error}
          onRetry={() => missing.forEach((query) => void query.refetch())}
        />
      )}
      {hour.data && types.data && (
        <OfferList expertId={expertId} hour={hour.data} types={types.data} onDone={setNotice} />
      )}
    </div>
  );
}
