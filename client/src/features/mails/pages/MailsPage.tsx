import type { MailStatus } from '@serene/shared/contracts';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Notice, PageHeading, type NoticeText } from '../../../components/ui/index.ts';
import { RequireUser, useViewerZone } from '../../auth/index.ts';
import { MailList } from '../components/MailList.tsx';
import { listWords, words } from '../words.ts';

/** What waits for somebody comes first. */
const statuses = ['failed', 'queued', 'sending', 'sent', 'skipped'] as const satisfies readonly MailStatus[];

/** `/admin/mails`: all mails by what became of them. The open tab stands in the address. */
export function MailsPage() {
  return <RequireUser needs="admin">{() => <AllMails />}</RequireUser>;
}

function AllMails() {
  const [search, setSearch] = useSearchParams();
  const { zone } = useViewerZone();
  const [notice, setNotice] = useState<NoticeText>();
  const open = statuses.find((status) => status === search.get('status')) ?? 'failed';
  const onOvertaken = () => setNotice({ tone: 'warn', title: listWords.overtaken, text: listWords.overtakenText });
  return (
    <div className="page flex flex-col gap-6 py-6 md:py-10">
      <header className="flex flex-col gap-2">
        <PageHeading title={words.heading} />
        <p className="text-muted">{listWords.intro}</p>
      </header>
      <Notice notice={notice} />
      {/* Manual: moving through the tabs by arrow must not load each of them. */}
      <Tabs.Root
        activationMode="manual"
        value={open}
        onValueChange={(next) => {
          setNotice(undefined);
          setSearch(next === 'failed' ? {} : { status: next }, { replace: true });
        }}
      >
        <Tabs.List aria-label={listWords.tabsLabel} className="mb-5 flex flex-wrap border-b border-line sm:gap-1">
          {statuses.map((status) => (
            <Tabs.Trigger
              key={status}
              value={status}
              className="-mb-px min-h-11 border-b-2 border-transparent px-2 font-medium text-muted sm:px-4 hover:text-ink data-[state=active]:border-primary data-[state=active]:text-link"
            >
              {listWords.tabs[status]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {statuses.map((status) => (
          <Tabs.Content key={status} value={status} tabIndex={-1}>
            <h2 className="sr-only">{listWords.tabs[status]}</h2>
            <MailList status={status} zone={zone} onOvertaken={onOvertaken} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </div>
  );
}
