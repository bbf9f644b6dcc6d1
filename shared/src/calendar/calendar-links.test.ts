import { describe, expect, it } from 'vitest';
import { calendarLinks, calendarServices } from './index.ts';

const entry = {
  title: 'Session with Dr. Sarah Khan & team',
  description: 'Reference SW-8F3K\nJoin: https://example.com/sessions/1?a=b',
  location: 'https://example.com/sessions/1',
  startsAt: new Date('2026-01-15T08:30:00.000Z'),
  endsAt: new Date('2026-01-15T09:30:00.000Z'),
};
const fieldsOf = (link: string): Record<string, string> => {
  const fields = (link.split('?')[1] ?? '').split('&').map((field) => field.split('='));
  return Object.fromEntries(fields.map(([name, value = '']) => [name, decodeURIComponent(value)]));
};

describe('links that fill in a calendar on the web', () => {
  const links = calendarLinks(entry);

  it('carry title, text and place unharmed to each service', () => {
    for (const service of calendarServices) {
      const values = Object.values(fieldsOf(links[service]));
      expect(values, service).toEqual(expect.arrayContaining([entry.title, entry.description, entry.location]));
    }
  });

  it('name the instants in UTC, in the way of each service', () => {
    expect(fieldsOf(links.google)['dates']).toBe('20260115T083000Z/20260115T093000Z');
    expect(fieldsOf(links.yahoo)).toMatchObject({ st: '20260115T083000Z', et: '20260115T093000Z' });
    for (const service of ['outlook', 'office365'] as const) {
      const { startdt, enddt } = fieldsOf(links[service]);
      expect([startdt, enddt]).toEqual(['2026-01-15T08:30:00.000Z', '2026-01-15T09:30:00.000Z']);
    }
  });

  it('lead to the service they are called after', () => {
    const hosts = calendarServices.map((service) => links[service].split('/')[2]);

    expect(hosts).toEqual(['calendar.google.com', 'outlook.live.com', 'outlook.office.com', 'calendar.yahoo.com']);
  });
});
