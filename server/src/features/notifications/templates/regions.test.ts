import { describe, expect, it } from 'vitest';
import { bookingMailData, refundMailData } from '../../../../test/mail-data.ts';
import { customer, expert, render } from './render-template.test-support.ts';

/** The customer's reminder of a session at two in the afternoon, on the morning of that day. */
function remind(locale: string | null | undefined) {
  const data = bookingMailData({ customer: { ...customer, locale } });
  return render('session-reminder', data, new Date('2026-01-15T04:00:00Z'));
}

describe('a mail to a reader', () => {
  it.each([
    ['en-IN', 'today at 2:00 pm', '- Date: Today, Thursday, 15 January 2026\n- Time: 2:00 pm – 3:00 pm,'],
    ['en-US', 'today at 2:00 PM', '- Date: Today, Thursday, January 15, 2026\n- Time: 2:00 PM – 3:00 PM,'],
    ['en-GB', 'today at 14:00', '- Date: Today, Thursday, 15 January 2026\n- Time: 14:00 – 15:00,'],
    ['de-DE', 'today at 14:00', '- Date: Today, Thursday, 15 January 2026\n- Time: 14:00 – 15:00,'],
  ])('in %s tells dates and times as they are written there', (locale, subjectEnd, rows) => {
    const { subject, text } = remind(locale);

    expect(subject).toBe(`Reminder: Your session with Dr. Meera Nair is ${subjectEnd}`);
    expect(text).toContain(rows);
    expect(subject + text).not.toMatch(/[\u2009\u202F]/);
  });

  it('in Hindi says the hour in its subject', () => {
    expect(remind('hi-IN').subject).toBe('रिमाइंडर: Dr. Meera Nair के साथ आपका सत्र आज 2:00 pm पर है');
  });

  it('groups amounts as the reader does', () => {
    const subjectFor = (locale: string) =>
      render('refund-processed-user', refundMailData({ amountMinor: 15_000_000, customer: { ...customer, locale } }))
        .subject;

    expect(subjectFor('en-IN')).toBe('Refunded: INR 1,50,000.00');
    expect(subjectFor('en-US')).toBe('Refunded: INR 150,000.00');
    expect(subjectFor('hi-IN')).toBe('INR 1,50,000.00 वापस भेजे गए');
  });

  it('goes by the reader, not by the other person', () => {
    const data = bookingMailData({
      customer: { ...customer, locale: 'hi-IN' },
      expert: { ...expert, locale: 'en-US' },
    });

    expect(render('booking-confirmation-user', data).text).toContain('- समय: 2:00 pm – 3:00 pm, भारतीय मानक समय');
    expect(render('new-booking-expert', data).text).toContain('- Time: 2:00 PM – 3:00 PM, India Standard Time');
  });

  it.each([undefined, null, 'en', '<script>alert(1)</script>', 'en-IN\r\nBcc: all@example.com'])(
    'of whom it says %j is as mails were before regions were known',
    (locale) => {
      const { locale: _, ...before } = { ...customer, locale: undefined };

      expect(remind(locale)).toEqual(
        render('session-reminder', bookingMailData({ customer: before }), new Date('2026-01-15T04:00:00Z')),
      );
      expect(remind(locale).subject).toMatch(/is today at 14:00$/);
    },
  );
});
