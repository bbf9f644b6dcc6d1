import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { bookingMailData, brand } from '../../../test/mail-data.ts';
import { calendarAttachment, cancellationAttachment } from './calendar.ts';
import { sessionCalendar, type BookingMailData, type CalendarOptions } from './index.ts';

const now = new Date('2026-01-12T06:00:00Z');

function write(overrides: Partial<BookingMailData> = {}, reader: CalendarOptions['reader'] = 'customer'): string {
  return sessionCalendar(bookingMailData(overrides), { brand, now, reader });
}

/** Read by a parser that is not the writer. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('There is no event.');
  return { calendar, component, event: new ICAL.Event(component) };
}

describe('calendar file', () => {
  it('says when, what and where, in UTC', () => {
    const file = write();
    const { calendar, component, event } = read(file);

    expect(event.startDate.toJSDate()).toEqual(new Date('2026-01-15T08:30:00Z'));
    expect(event.endDate.toJSDate()).toEqual(new Date('2026-01-15T09:30:00Z'));
    expect(file).toMatch(/^DTSTART:20260115T083000Z\r$/m);
    expect(event.summary).toBe('Session with Dr. Meera Nair');
    expect(event.location).toBe('https://serene.example.com/sessions/65f0c0ffee00000000000001');
    expect(event.description).toContain('SER-7K2M9Q');
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-01-12T06:00:00Z');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  });

  it.each([
    ['America/New_York', '2027-11-07T05:30:00Z', 'Sunday, 7 November 2027, 01:30 GMT-4 – 01:00 GMT-5'],
    ['Australia/Lord_Howe', '2027-04-03T15:00:00Z', 'Sunday, 4 April 2027, 01:30 – 02:00, Lord Howe Standard Time'],
  ])('says in words which hour is meant where %s has it twice', (timezone, start, words) => {
    const startsAt = new Date(start);
    const customer = { ...bookingMailData().customer, timezone };
    const times = { startsAt, endsAt: new Date(startsAt.getTime() + 1_800_000) };

    expect(read(write({ ...times, customer })).event.description).toContain(words);
    // The expert's clocks show it once.
    expect(read(write({ ...times, customer }, 'expert')).event.description).toMatch(/^Reference: /);
  });

  it('that is opened by hand is published: an organiser, nobody who must answer, no private address', () => {
    const file = write();
    const { calendar, component } = read(file);

    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:noreply@example.com');
    expect(component.getAllProperties('attendee')).toEqual([]);
    expect(file).not.toMatch(/meera@|asha@/);
  });

  it('in a mail is a request to its reader, who has accepted and is not asked, and tells no other address', () => {
    for (const [reader, own, other] of [
      ['customer', 'asha@example.com', 'meera@example.com'],
      ['expert', 'meera@example.com', 'asha@example.com'],
    ] as const) {
      const { content, contentType } = calendarAttachment(bookingMailData(), { brand, now, reader });
      const { calendar, component } = read(content);

      expect(contentType).toBe('text/calendar; charset=utf-8; method=REQUEST');
      expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
      expect(component.getFirstPropertyValue('organizer')).toBe('mailto:noreply@example.com');
      const [attendee, ...others] = component.getAllProperties('attendee');
      expect(others).toEqual([]);
      expect(attendee?.getFirstValue()?.toString().toLowerCase()).toBe(`mailto:${own}`);
      expect(attendee?.getParameter('partstat')).toBe('ACCEPTED');
      expect(attendee?.getParameter('rsvp')).toBe('FALSE');
      expect(content.replaceAll('\r\n ', '')).not.toContain(other);
    }
  });

  it('of a request that waits for its answer is tentative', () => {
    const file = sessionCalendar(bookingMailData(), { brand, now, reader: 'customer', state: 'tentative' });

    expect(read(file).component.getFirstPropertyValue('status')).toBe('TENTATIVE');
  });

  it('keeps its UID and counts revisions, so that a moved session moves its entry', () => {
    const [first, moved] = [write(), write({ revision: 1, startsAt: new Date('2026-01-16T08:30:00Z') })].map(
      (file) => read(file).event,
    );

    expect(moved?.uid).toBe(first?.uid);
    expect(first?.uid).toBe('65f0c0ffee00000000000001@serene');
    expect([first?.sequence, moved?.sequence]).toEqual([0, 1]);
  });

  it('of a cancelled session takes the same entry out: same UID, higher SEQUENCE, no alarm', () => {
    const options = { brand, now, reader: 'customer' } as const;
    const { calendar, component, event } = read(
      cancellationAttachment(bookingMailData({ revision: 2 }), options).content,
    );

    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.uid).toBe('65f0c0ffee00000000000001@serene');
    expect(event.sequence).toBe(2);
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:noreply@example.com');
    expect(component.getFirstSubcomponent('valarm')).toBeNull();
    expect(component.getAllProperties('attendee')).toHaveLength(1);
  });

  it('is named after the other person', () => {
    expect(read(write({}, 'expert')).event.summary).toBe('Session with Asha Rao');
  });

  it('speaks the language of its reader, not of the other person', () => {
    const { expert, customer } = bookingMailData();
    const people = { expert: { ...expert, locale: 'en-US' }, customer: { ...customer, locale: 'hi-IN' } };

    const { event } = read(write(people, 'customer'));
    expect(event.summary).toBe('Dr. Meera Nair के साथ सत्र');
    expect(event.description).toMatch(/^संदर्भ: SER-7K2M9Q\nयहाँ से जुड़ें: https:/);
    expect(read(write(people, 'expert')).event.summary).toBe('Session with Asha Rao');
  });

  it('takes a name as text, whatever it holds', () => {
    const { expert } = bookingMailData();
    const name = 'Meera; Nair, "MD"\\n\r\nATTENDEE:mailto:x@example.com 🎉 डॉ. मीरा नायर '.repeat(3);

    const file = write({ expert: { ...expert, name } });

    expect(read(file).event.summary.replaceAll('\u200B', '')).toContain(
      'Meera; Nair, "MD"\\n ATTENDEE:mailto:x@example.com 🎉 डॉ. मीरा नायर',
    );
    expect(read(file).component.getAllProperties('attendee')).toEqual([]);
    // RFC 5545 §3.1: lines of at most 75 bytes, ended by CRLF.
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('names in a calendar file', () => {
  const files = (name: string) => {
    const data = bookingMailData({ customer: { ...bookingMailData().customer, name } });
    const options = { brand: { ...brand, name }, now: new Date('2026-01-12T06:00:00Z') };
    return [
      calendarAttachment(data, { ...options, reader: 'customer' }).content,
      sessionCalendar(data, { ...options, reader: 'expert' }),
    ].map((file) => file.replaceAll(/\r\n[ \t]/g, ''));
  };

  it.each([
    ['Asha "Ace" Nair', `CN="Asha ^'Ace^' Nair"`],
    ['"', `CN="^'"`],
    ['Asha ^ Nair', 'CN="Asha ^^ Nair"'],
    ['Asha; Nair, MD: x', 'CN="Asha; Nair, MD: x"'],
    ['Asha\r\nATTENDEE:mailto:all', 'CN="Asha ATTENDEE'],
    ['Asha\u0000\u0007 Nair', 'CN="Asha Nair"'],
    ['Back\\slash', 'CN="Backslash"'],
  ])('of %j leave every parameter whole', (name, written) => {
    for (const file of files(name)) {
      expect(file.replaceAll('\u200B', '')).toContain(written);
      for (const line of file.split('\r\n').filter((one) => /^(ORGANIZER|ATTENDEE)/.test(one))) {
        expect(line).toMatch(/^\w+(;[\w-]+=("[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*:mailto:\S+$/iu);
      }
    }
  });
});
