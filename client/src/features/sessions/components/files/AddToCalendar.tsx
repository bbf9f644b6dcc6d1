import type { Session } from '@serene/shared/contracts';
import { calendarLinks, calendarServices } from '@serene/shared/calendar';
import { CalendarPlus, ChevronDown, Download, ExternalLink } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '../../../../components/ui/index.ts';
import { sessionTitle } from '../../session-title.ts';
import { words } from '../../words.ts';

type AddToCalendarProps = {
  session: Session;
  /** Whether the file is on its way. */
  isPreparing: boolean;
  onFile: () => void;
};

/**
 * The calendars that a session can be put into: those on the web open with it filled in, every other one (Apple,
 * Outlook on a computer, Thunderbird) takes the file.
 */
export function AddToCalendar({ session, isPreparing, onFile }: AddToCalendarProps) {
  const links = calendarLinks(entryOf(session));
  return (
    <DropdownMenu.Root>
      {/* Two icons and a long word: with text of 200 % they are nearly as wide as a phone. */}
      <DropdownMenu.Trigger asChild>
        <Button variant="secondary" className="max-sm:px-2.5" busy={isPreparing ? words.preparing : undefined}>
          <CalendarPlus aria-hidden className="size-5" />
          {words.calendar}
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={16}
          className="z-60 min-w-64 animate-fade rounded-card border border-line bg-surface p-1 shadow-raised"
        >
          {calendarServices.map((service) => (
            <DropdownMenu.Item key={service} asChild className={itemClass}>
              <a href={links[service]} target="_blank" rel="noreferrer">
                {words.calendars[service]}
                <ExternalLink aria-hidden className="ml-auto size-4 text-muted" />
                <span className="sr-only"> ({words.newTab})</span>
              </a>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="my-1 border-t border-line" />
          <DropdownMenu.Item className={itemClass} onSelect={onFile}>
            {words.calendarFile}
            <Download aria-hidden className="ml-auto size-4 text-muted" />
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const itemClass =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 py-2 outline-none data-highlighted:bg-primary-soft data-highlighted:text-on-primary-soft';

/** What the server writes into the calendar file, for calendars that take a link. */
function entryOf(session: Session) {
  const page = new URL(`/sessions/${session.id}`, window.location.origin).href;
  return {
    title: sessionTitle(session),
    description: words.calendarText(session.reference, page),
    location: session.place.text ?? page,
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
  };
}
