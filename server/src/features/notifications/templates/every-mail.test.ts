import { describe, expect, it } from 'vitest';
import {
  bookingMailData,
  disputeMailData,
  endedMailData,
  movedMailData,
  refundMailData,
  requestMailData,
  slotLostMailData,
} from '../../../../test/mail-data.ts';
import { templates, type MailTemplate } from './index.ts';
import { expert, inNewYork, render } from './render-template.test-support.ts';

describe('every mail', () => {
  type Names = { expert: string; customer: string };
  const people = (names: Names) => ({
    expert: { ...expert, name: names.expert },
    customer: { ...inNewYork, name: names.customer },
  });
  const facts: Record<MailTemplate, (names: Names) => unknown> = {
    'booking-confirmation-user': (names) => bookingMailData(people(names)),
    'new-booking-expert': (names) => bookingMailData(people(names)),
    'booking-request-user': (names) => requestMailData(people(names)),
    'booking-request-expert': (names) => requestMailData(people(names)),
    'booking-rejected-user': (names) => endedMailData({ ...people(names), by: 'expert', reason: 'On leave' }),
    'session-cancelled-user': (names) => endedMailData({ ...people(names), by: 'expert', reason: 'On leave' }),
    'session-cancelled-expert': (names) => endedMailData({ ...people(names), reason: 'A cold' }),
    'session-moved-user': (names) => movedMailData(people(names)),
    'session-moved-expert': (names) => movedMailData(people(names)),
    'session-reminder': (names) => bookingMailData(people(names)),
    'review-request-user': (names) => bookingMailData(people(names)),
    'slot-lost-refund': (names) => slotLostMailData(people(names)),
    'refund-processed-user': (names) => refundMailData(people(names)),
    'refund-failed-user': (names) => refundMailData(people(names)),
    'refund-failed-admin': (names) => refundMailData({ ...people(names), failure: 'BAD_REQUEST_ERROR: closed' }),
    'dispute-admin': ({ customer: name }) => disputeMailData({ customer: { ...inNewYork, name } }),
  };
  // A complete record of templates: whoever adds one must show it here.
  const all = (Object.keys(templates) as MailTemplate[]).map((template) => ({ template, data: facts[template] }));

  it.each(all)('$template says in its text all that its HTML says, and links alike', ({ template, data }) => {
    const { html, text } = render(template, data({ expert: 'Dr. Meera Nair', customer: 'Asha Rao' }));

    const links = [...html.matchAll(/href="(https:[^"]+)"/g)].map(([, url]) => url);
    for (const url of links) expect(text).toContain(url);
    const words = html
      .replace(/<(style|title|div)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, '\n')
      .replaceAll('&#39;', "'")
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && line !== '·' && !line.startsWith('&') && line !== '.');
    for (const line of words) expect(text).toContain(line.replace(/ ·$/, ''));
  });

  it.each(all)('$template takes names as text', ({ template, data }) => {
    const { html, subject, text } = render(
      template,
      data({
        expert: '<script>alert(1)</script>"onload="x',
        customer: 'Bob\r\nBcc: all@example.com\r\n\r\nPay here:\u202E <b>evil</b> & co',
      }),
    );

    expect(html).not.toMatch(/<script|<b>|"onload/);
    // All but the mail about a dispute name the expert.
    const printed = html.includes('&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&quot;x');
    expect(printed).toBe(template !== 'dispute-admin');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain('Bob Bcc: all@example.com Pay here: <b>evil</b> & co');
    expect(text + html + subject).not.toContain('\u202E');
  });

  it.each(all)('$template carries the brand and the support address', ({ template, data }) => {
    const { html, text } = render(template, data({ expert: 'E', customer: 'C' }));

    expect(html).toContain('mailto:support@example.com');
    expect(text).toContain('support@example.com');
    expect(html).toContain('Serene Wellbeing Team');
  });

  it.each(all)('$template never promises that money comes at once', ({ template, data }) => {
    const { text } = render(template, data({ expert: 'E', customer: 'C' }));
    expect(text).not.toMatch(/instant|immediately|right away|at once/i);
  });

  it.each(all.filter(({ template }) => template.endsWith('-expert')))(
    '$template tells the expert nothing of refunds',
    ({ template, data }) => {
      const { subject, text } = render(template, data({ expert: 'E', customer: 'C' }));
      expect(subject + text).not.toMatch(/refund/i);
    },
  );
});
