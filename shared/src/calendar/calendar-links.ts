/** What an entry in somebody's calendar says. */
export type CalendarEntry = {
  title: string;
  description: string;
  /** Where it takes place; an address on the web for a video session. */
  location: string;
  startsAt: Date;
  endsAt: Date;
};

export const calendarServices = ['google', 'outlook', 'office365', 'yahoo'] as const;
export type CalendarService = (typeof calendarServices)[number];

/**
 * Links that open a calendar on the web with the entry filled in, for those who have no use for a file. Times go as
 * instants in UTC, so every calendar shows them in its owner's zone.
 */
export function calendarLinks(entry: CalendarEntry): Record<CalendarService, string> {
  return {
    google: google(entry),
    outlook: microsoft('https://outlook.live.com', entry),
    office365: microsoft('https://outlook.office.com', entry),
    yahoo: yahoo(entry),
  };
}

function google({ title, description, location, startsAt, endsAt }: CalendarEntry): string {
  const dates = `${compact(startsAt)}/${compact(endsAt)}`;
  const fields = { action: 'TEMPLATE', text: title, dates, details: description, location };
  return link('https://calendar.google.com/calendar/render', fields);
}

function microsoft(origin: string, { title, description, location, startsAt, endsAt }: CalendarEntry): string {
  return link(`${origin}/calendar/0/action/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: startsAt.toISOString(),
    enddt: endsAt.toISOString(),
    body: description,
    location,
  });
}

function yahoo({ title, description, location, startsAt, endsAt }: CalendarEntry): string {
  const fields = { v: '60', title, st: compact(startsAt), et: compact(endsAt), desc: description, in_loc: location };
  return link('https://calendar.yahoo.com/', fields);
}

/** `20260115T083000Z`, as iCalendar writes an instant (RFC 5545, 3.3.5). */
function compact(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function link(address: string, fields: Record<string, string>): string {
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${address}?${query.join('&')}`;
}
