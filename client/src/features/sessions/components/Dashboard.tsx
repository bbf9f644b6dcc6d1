import { Tabs } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Notice, PageHeading, type NoticeText } from '../../../components/ui/index.ts';
import { EmailNotice, PasswordNotice, useCurrentUser, useViewerZone, ZoneNotice } from '../../auth/index.ts';
import { TimezoneSelector } from '../../times/index.ts';
import { sessionTabs, type Side } from '../api/sessions.ts';
import { words } from '../words.ts';
import { RequestList } from './RequestList.tsx';
import { SessionList } from './SessionList.tsx';

type DashboardProps = { as: Side; title: string; greeting: string; actions?: ReactNode };

/** Sessions in tabs; the open tab stands in the address, so that it can be linked and gone back to. */
export function Dashboard({ as, title, greeting, actions }: DashboardProps) {
  const [search, setSearch] = useSearchParams();
  const { data: user } = useCurrentUser();
  const { zone, changeZone } = useViewerZone();
  const [notice, setNotice] = useState<NoticeText>();
  const tab = sessionTabs.find((name) => name === search.get('tab')) ?? 'upcoming';
  return (
    <div className="page flex flex-col gap-6 py-6 md:py-10">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-col gap-1">
          <p className="text-muted">{greeting}</p>
          <PageHeading title={title} />
          <TimezoneSelector value={zone} onChange={changeZone} />
        </div>
        {actions}
      </header>
      {user && <EmailNotice user={user} />}
      {user && <PasswordNotice user={user} />}
      <ZoneNotice />
      <Notice notice={notice} />
      {as === 'expert' && <RequestList zone={zone} onNotice={setNotice} />}
      {/* Manual: moving through the tabs by arrow must not load each of them. */}
      <Tabs.Root
        activationMode="manual"
        value={tab}
        onValueChange={(next) => setSearch(next === 'upcoming' ? {} : { tab: next }, { replace: true })}
      >
        <Tabs.List aria-label={words.tabsLabel} className="mb-5 flex flex-wrap gap-1 border-b border-line">
          {sessionTabs.map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className="-mb-px min-h-11 border-b-2 border-transparent px-4 font-medium text-muted hover:text-ink data-[state=active]:border-primary data-[state=active]:text-link"
            >
              {words.tabs[name]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {sessionTabs.map((name) => (
          <Tabs.Content key={name} value={name} tabIndex={-1}>
            <h2 className="sr-only">{words.tabs[name]}</h2>
            <SessionList as={as} when={name} zone={zone} onNotice={setNotice} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </div>
  );
}
