import { ArrowLeft, CalendarX } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import {
  buttonClass,
  EmptyState,
  LoadFailed,
  Loading,
  PageHeading,
  showToast,
  Skeleton,
} from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { RequireUser } from '../../auth/index.ts';
import { useEditedHourlyOffer, useEditedSessionType, useExpertRules } from '../api/own-offers.ts';
import { HourlyOfferEditor } from '../components/editor/HourlyOfferEditor.tsx';
import { SessionTypeEditor } from '../components/editor/SessionTypeEditor.tsx';
import { words } from '../editor-words.ts';
import { words as listWords } from '../list-words.ts';
import { hourlyOfferId } from '../offer-choice.ts';
import { newOfferId, offersPath } from '../paths.ts';
import { hourWords } from '../saving-words.ts';

/** One offer to edit: a session type, a new one, or the expert's hour. */
export function OfferPage() {
  const { id = newOfferId } = useParams();
  return (
    <RequireUser needs="expert">
      {() => (
        <div className="page flex flex-col gap-6 py-6 md:py-10">
          <Link
            to={offersPath}
            className="-mb-4 inline-flex min-h-11 items-center gap-1 self-start text-link hover:underline"
          >
            <ArrowLeft aria-hidden className="size-4" />
            {words.allOffers}
          </Link>
          {id === newOfferId && <NewOffer />}
          {id === hourlyOfferId && <EditedHour />}
          {id !== newOfferId && id !== hourlyOfferId && <EditedOffer key={id} id={id} />}
        </div>
      )}
    </RequireUser>
  );
}

function NewOffer() {
  const rules = useExpertRules();
  return (
    <>
      <PageHeading title={words.newOffer} />
      <UntilLoaded queries={[rules]} />
      {rules.data && <OfferEditor sessionType={null} rules={rules.data} />}
    </>
  );
}

function EditedOffer({ id }: { id: string }) {
  const type = useEditedSessionType(id);
  const rules = useExpertRules();
  return (
    <>
      <PageHeading title={type.data?.title ?? words.form} />
      <UntilLoaded queries={[type, rules]} />
      {type.data && rules.data && <OfferEditor sessionType={type.data} rules={rules.data} />}
    </>
  );
}

function OfferEditor(props: Omit<Parameters<typeof SessionTypeEditor>[0], 'onCreated'>) {
  const navigate = useNavigate();
  return (
    <SessionTypeEditor
      {...props}
      onCreated={({ isActive }) => {
        void navigate(offersPath);
        void showToast(isActive ? listWords.savedOn : listWords.savedOff);
      }}
    />
  );
}

function EditedHour() {
  const hour = useEditedHourlyOffer();
  const rules = useExpertRules();
  return (
    <>
      <PageHeading title={hourWords.title} />
      <UntilLoaded queries={[hour, rules]} />
      {hour.data && rules.data && <HourlyOfferEditor hour={hour.data} rules={rules.data} />}
    </>
  );
}

type UntilLoadedProps = { queries: readonly { data?: unknown; error: Error | null; refetch: () => unknown }[] };

/** What stands in place of an editor until all that it needs is here. */
function UntilLoaded({ queries }: UntilLoadedProps) {
  const missing = queries.filter(({ data }) => data === undefined);
  const error = missing.find((query) => query.error !== null)?.error;
  if (missing.length === 0) return null;
  if (hasCode(error, 'NOT_FOUND')) {
    return (
      <EmptyState icon={CalendarX} title={words.notFound}>
        <Link to={offersPath} className={buttonClass('secondary')}>
          {words.allOffers}
        </Link>
      </EmptyState>
    );
  }
  if (error) {
    const retry = () => missing.forEach((query) => void query.refetch());
    return <LoadFailed title={words.loadFailed} error={error} onRetry={retry} />;
  }
  return (
    <Loading label={words.loading}>
      <Skeleton className="h-120" />
    </Loading>
  );
}
