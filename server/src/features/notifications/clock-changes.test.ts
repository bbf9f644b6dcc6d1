import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { bookingMailData, brand, tokenOf } from '../../../test/mail-data.ts';
import { templates } from './templates/index.ts';

const hour = 3_600_000;

/** The mails about a session of an hour, whose customer lives in `timezone`. */
function mailsAbout(startsAt: string, timezone: string) {
  const start = new Date(startsAt);
  const { customer } = bookingMailData();
  const data = bookingMailData({
    startsAt: start,
    endsAt: new Date(start.getTime() + hour),
    customer: { ...customer, timezone },
  });
  const now = new Date(start.getTime() - 24 * hour);
  return {
    confirmation: templates['booking-confirmation-user'].render(data, { brand, now, tokenOf, isProved: true }),
    reminder: templates['session-reminder'].render(data, { brand, now, tokenOf, isProved: true }),
  };
}

// By the laws of 2026, written down by hand: what the session's customer reads on the wall at that instant.
const cases: [zone: string, startsAt: string, date: string, time: string, zoneName: string][] = [
  ['America/New_York', '2026-03-07T14:00Z', 'Saturday, 7 March 2026', '09:00 – 10:00', 'Eastern Standard Time'],
  ['America/New_York', '2026-03-08T06:30Z', 'Sunday, 8 March 2026', '01:30 – 03:30', 'Eastern Standard Time'],
  ['America/New_York', '2026-03-08T13:00Z', 'Sunday, 8 March 2026', '09:00 – 10:00', 'Eastern Daylight Time'],
  ['America/New_York', '2026-11-01T05:30Z', 'Sunday, 1 November 2026', '01:30 GMT-4 – 01:30 GMT-5', 'Eastern Time'],
  ['America/New_York', '2026-11-01T06:30Z', 'Sunday, 1 November 2026', '01:30 – 02:30', 'Eastern Standard Time'],
  ['Australia/Lord_Howe', '2027-04-03T14:45Z', 'Sunday, 4 April 2027', '01:45 GMT+11 – 02:15 GMT+10:30', 'Lord Howe'],
  ['Africa/Cairo', '2027-10-28T20:30Z', 'Thursday, 28 October 2027', '23:30 EEST – 23:30 EET', 'Eastern European'],
  ['America/Santiago', '2027-04-04T02:30Z', 'Saturday, 3 April 2027', '23:30 GMT-3 – 23:30 GMT-4', 'Chile Time'],
  ['Europe/London', '2026-03-28T09:00Z', 'Saturday, 28 March 2026', '09:00 – 10:00', 'Greenwich Mean Time'],
  ['Europe/London', '2026-03-29T08:00Z', 'Sunday, 29 March 2026', '09:00 – 10:00', 'British Summer Time'],
  ['Europe/London', '2026-10-24T08:00Z', 'Saturday, 24 October 2026', '09:00 – 10:00', 'British Summer Time'],
  ['Europe/London', '2026-10-25T09:00Z', 'Sunday, 25 October 2026', '09:00 – 10:00', 'Greenwich Mean Time'],
  ['Australia/Sydney', '2026-04-03T22:00Z', 'Saturday, 4 April 2026', '09:00 – 10:00', 'Eastern Daylight Time'],
  ['Australia/Sydney', '2026-04-04T23:00Z', 'Sunday, 5 April 2026', '09:00 – 10:00', 'Eastern Standard Time'],
  ['Australia/Sydney', '2026-10-02T23:00Z', 'Saturday, 3 October 2026', '09:00 – 10:00', 'Eastern Standard Time'],
  ['Australia/Sydney', '2026-10-03T22:00Z', 'Sunday, 4 October 2026', '09:00 – 10:00', 'Eastern Daylight Time'],
];

describe('around a change of the clocks', () => {
  it.each(cases)('in %s at %s the mails say %s, %s', (zone, startsAt, date, time, zoneName) => {
    const { confirmation, reminder } = mailsAbout(startsAt, zone);

    for (const { text, html } of [confirmation, reminder]) {
      for (const body of [text, html.replaceAll('&#x2013;', '–')]) {
        expect(body).toContain(date);
        expect(body).toContain(time);
        expect(body).toContain(zoneName);
      }
    }
  });

  it.each(cases)('in %s at %s the calendar file names the same instant', (_zone, startsAt) => {
    const file = mailsAbout(startsAt, 'UTC').confirmation.attachments[0]?.content ?? '';

    const component = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? undefined;
    const event = new ICAL.Event(component);

    expect(event.startDate.toJSDate()).toEqual(new Date(startsAt));
    expect(event.endDate.toJSDate()).toEqual(new Date(Date.parse(startsAt) + hour));
    // In UTC: no calendar has to know the laws of a zone.
    expect(event.startDate.zone?.tzid).toBe('UTC');
  });

  it('says "tomorrow" a day ahead where that is so, and "today" where the day has 25 hours (E1)', () => {
    expect(mailsAbout('2026-03-09T03:30Z', 'America/New_York').reminder.subject).toMatch(/is tomorrow$/);
    expect(mailsAbout('2026-11-02T04:30Z', 'America/New_York').reminder.subject).toMatch(/is today at 23:30$/);
  });
});
