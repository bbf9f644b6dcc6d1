import { describe, expect, it } from 'vitest';
import { brand, endedMailData, tokenOf } from '../../../../test/mail-data.ts';
import { mailSamples } from '../../../../test/mail-samples.ts';
import { templates, type MailTemplate } from './index.ts';

const now = new Date('2026-01-12T06:00:00Z');
const names = Object.keys(mailSamples).map((template) => template as MailTemplate);

/** All that a mail says, as its reader's program finds it: folded lines of a calendar file are put together again. */
function everyWord(template: MailTemplate, data: unknown, isProved: boolean): string {
  const mail = templates[template].render(data, { brand, now, tokenOf, isProved });
  const files = mail.attachments.map(({ filename, content }) => filename + content.replaceAll(/\r\n[ \t]/g, ''));
  // What goes to a service that renders by templates of its own is no way around.
  return [mail.subject, mail.text, mail.html, ...files, JSON.stringify(mail.data)].join('\n');
}

const typed = [
  'See https://evil.example/now',
  'Win www.evil.example',
  'evil.example',
  'Asha\r\n\r\nBcc: all@evil.example',
  'Asha\u2028http://evil.example',
  'Asha "Ace"; evil@evil.example',
];

describe('a mail to a reader whose address nobody has proved (E4)', () => {
  const toCustomers = names.filter((template) => templates[template].reader === 'customer');

  it.each(toCustomers)('%s holds no word of a name that was typed with the address', (template) => {
    const said = everyWord(template, mailSamples[template]({ expert: 'Dr. Meera Nair', customer: 'Xylo Evil' }), false);

    expect(said).not.toMatch(/xylo|evil/iu);
  });

  it.each(['session-cancelled-user', 'booking-rejected-user'] as const)('%s holds no reason', (template) => {
    const data = endedMailData({ by: 'expert', reason: 'Pay at evil.example' });

    expect(everyWord(template, data, false)).not.toMatch(/evil/iu);
  });

  it('greets nobody by name, in either body and in either language', () => {
    const data = (locale: string) =>
      mailSamples['booking-confirmation-user']({ expert: 'Dr. Meera Nair', customer: 'Xylo', locale });

    const context = { brand, now, tokenOf, isProved: false };
    const english = templates['booking-confirmation-user'].render(data('en-IN'), context);
    expect(english.text).toMatch(/^Hello,\n/u);
    expect(english.html).toContain('Hello,');
    expect(templates['booking-confirmation-user'].render(data('hi-IN'), context).text).toMatch(/^नमस्ते,\n/u);
  });

  it('says who the expert is: the house publishes that name', () => {
    const data = mailSamples['booking-confirmation-user']();

    expect(everyWord('booking-confirmation-user', data, false)).toContain('Dr. Meera Nair');
  });

  it.each(names.filter((template) => templates[template].reader === 'expert'))(
    '%s does not tell an expert what the customer typed either',
    (template) => {
      const said = everyWord(template, mailSamples[template]({ expert: 'Xylo', customer: 'Xylo Evil' }), false);

      expect(said).not.toMatch(/xylo|evil/iu);
    },
  );
});

describe('what somebody typed, in a mail to anybody (E4)', () => {
  it.each(names)('%s never makes a link or a line of its own of it', (template) => {
    for (const name of typed) {
      const data = Object(mailSamples[template]({ expert: name, customer: name }));
      const said = everyWord(template, { ...data, reason: name, failure: name, phase: name, reasonCode: name }, true);

      expect(said).not.toMatch(/evil\.example|https?:\/\/evil|www\.evil|@evil/iu);
      expect(said).not.toMatch(/^\W*(bcc|http:|evil\W+example\W*$)/imu);
    }
  });

  it('is read as it was typed', () => {
    const data = mailSamples['new-booking-expert']({ expert: 'Dr. Meera Nair', customer: 'evil.example' });

    const { subject } = templates['new-booking-expert'].render(data, { brand, now, tokenOf, isProved: true });

    expect(subject.replaceAll('\u200B', '')).toBe('New Booking Alert - evil.example 📅');
  });
});
