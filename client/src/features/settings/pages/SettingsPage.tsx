import type { User } from '@serene/shared/contracts';
import { Card, LoadFailed, Loading, PageHeading, Skeleton } from '../../../components/ui/index.ts';
import { ChangePasswordForm, EmailNotice, PasswordNotice, RequireUser } from '../../auth/index.ts';
import { useAccount } from '../api/account.ts';
import { CalendarFeeds } from '../components/CalendarFeeds.tsx';
import { DetailsForm } from '../components/DetailsForm.tsx';
import { MailLanguageSetting } from '../components/MailLanguageSetting.tsx';
import { ReminderSetting } from '../components/ReminderSetting.tsx';
import { SignIns } from '../components/SignIns.tsx';
import { ZoneSetting } from '../components/ZoneSetting.tsx';
import { passwordTitle, words } from '../words.ts';

/** What a person can set for themselves. What is chosen is saved at once, what is typed by a button. */
export function SettingsPage() {
  return <RequireUser>{(user) => <Settings key={user.id} person={user} />}</RequireUser>;
}

function Settings({ person }: { person: User }) {
  const { data: user, error, isPending, refetch } = useAccount();
  return (
    <div className="page flex max-w-180 flex-col gap-6 py-6 md:py-10">
      <header className="flex flex-col gap-2">
        <PageHeading title={words.title} />
        <p className="wrap-anywhere text-muted">{words.account(person.name, person.email)}</p>
      </header>
      {isPending && (
        <Loading label={words.loading}>
          <div className="flex flex-col gap-6">
            <Skeleton className="h-40" />
            <Skeleton className="h-40" />
          </div>
        </Loading>
      )}
      {error !== null && user === undefined && (
        <LoadFailed title={words.loadFailed} error={error} onRetry={() => void refetch()} />
      )}
      {user && (
        <>
          <EmailNotice user={user} />
          <PasswordNotice user={user} />
          <DetailsForm user={user} />
          <ReminderSetting user={user} />
          <ZoneSetting user={user} />
          <MailLanguageSetting user={user} />
          <CalendarFeeds user={user} />
          <Card title={passwordTitle} anchor="password">
            <ChangePasswordForm user={user} />
          </Card>
          <SignIns user={user} />
        </>
      )}
    </div>
  );
}
