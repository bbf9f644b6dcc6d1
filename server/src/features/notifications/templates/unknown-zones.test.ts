import { describe, expect, it } from 'vitest';
import { mailSamples } from '../../../../test/mail-samples.ts';
import { templates } from './index.ts';
import { render } from './render-template.test-support.ts';

/** What accounts of before zones were checked hold, or what only another runtime knows. */
const unknownZones = ['Asia/Calcuta', 'Etc/Unknown', 'null', ''];

const isTemplate = (name: string): name is keyof typeof mailSamples => name in mailSamples;

describe('an email to an account with a zone that nobody knows', () => {
  it.each(Object.keys(templates).filter(isTemplate))('%s tells its times in UTC', (template) => {
    for (const zone of unknownZones) {
      expect(render(template, inZone(mailSamples[template](), zone))).toEqual(
        render(template, inZone(mailSamples[template](), 'UTC')),
      );
    }
  });

  it('names the zone beside the time', () => {
    const { text } = render(
      'booking-confirmation-user',
      inZone(mailSamples['booking-confirmation-user'](), 'Mars/Olympus'),
    );

    expect(text).toContain('08:30 – 09:30, Coordinated Universal Time (UTC)');
  });
});

/** Data with every zone in it replaced. */
function inZone(data: unknown, zone: string): unknown {
  if (typeof data !== 'object' || data === null || data instanceof Date || Array.isArray(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, name === 'timezone' ? zone : inZone(value, zone)]),
  );
}
