import { describe, expect, it } from 'vitest';
import { bookingMailData, brand, tokenOf, slotLostMailData } from '../../../../test/mail-data.ts';
import type { CalendarFileUrl } from '../layout/content.ts';
import { templates } from './index.ts';
import { inNewYork, page, render } from './render-template.test-support.ts';

describe('booking-confirmation-user', () => {
  it('has the subject of the requirements and says what was booked', () => {
    const { subject, text } = render('booking-confirmation-user');

    expect(subject).toBe('Your session with Dr. Meera Nair is confirmed! 🎉');
    expect(text).toBe(`Hi Asha Rao,

Great news! Your session with Dr. Meera Nair has been confirmed.

Session details:
- Expert: Dr. Meera Nair
- Date: Thursday, 15 January 2026
- Time: 14:00 – 15:00, India Standard Time (Asia/Kolkata)
- Duration: 60 minutes
- Amount paid: INR 1,500.00
- Reference: SER-7K2M9Q

What's next:
1. Add it to your calendar: use the link below or open the attached file.
2. You'll receive a reminder 24 hours before.
3. Join the session from your dashboard.

Add to Calendar: ${page}
View in Dashboard: https://serene.example.com/dashboard
Download Receipt: ${page}?receipt=1

Questions? Reply to this email or contact support@example.com.

Best regards,
Serene Wellbeing Team

--
Serene Wellbeing
https://serene.example.com
`);
  });

  it('speaks in the customer’s zone, and names the expert’s where it differs', () => {
    const { text } = render('booking-confirmation-user', bookingMailData({ customer: inNewYork }));

    expect(text).toContain('- Date: Thursday, 15 January 2026');
    expect(text).toContain('- Time: 03:30 – 04:30, Eastern Standard Time (America/New_York)');
    expect(text).toContain('- For Dr. Meera Nair: 14:00 – 15:00, India Standard Time (Asia/Kolkata)');
  });

  it('names the other day too where the two do not share it', () => {
    const late = { startsAt: new Date('2026-01-15T20:00:00Z'), endsAt: new Date('2026-01-15T21:00:00Z') };

    const { text } = render('booking-confirmation-user', bookingMailData({ ...late, customer: inNewYork }));

    expect(text).toContain('- Date: Thursday, 15 January 2026');
    expect(text).toContain('- For Dr. Meera Nair: Friday, 16 January 2026, 01:30 – 02:30, India Standard Time');
  });

  it.each([
    [[60], "2. You'll receive a reminder 1 hour before."],
    [[7 * 24 * 60, 60], "2. You'll receive a reminder 7 days before."],
    [[45], "2. You'll receive a reminder 45 minutes before."],
    [[], '2. Join the session from your dashboard.'],
  ])('promises of the reminders that will come (%j minutes before) the first', (remindersBefore, line) => {
    const { text } = render('booking-confirmation-user', bookingMailData(), { remindersBefore });
    expect(text).toContain(`\n${line}\n`);
  });

  it('leads to the file and to calendars on the web without a sign-in, by links of our own', () => {
    const calendarFileUrl: CalendarFileUrl = ({ sessionId, reader }, service) =>
      `https://serene.example.com/${sessionId}/${reader}/${service ?? 'file'}`;

    const { text } = render('booking-confirmation-user', bookingMailData(), { calendarFileUrl });

    const links = `https://serene.example.com/${bookingMailData().sessionId}/customer`;
    expect(text).toContain(`Add to Calendar: ${links}/file\n`);
    expect(text).toContain(`Add it to a calendar on the web:
- Google Calendar: ${links}/google
- Outlook.com: ${links}/outlook
- Microsoft 365: ${links}/office365
`);
  });

  it('of a free session offers no receipt', () => {
    const { text, html } = render('booking-confirmation-user', bookingMailData({ paymentId: null, amountMinor: 0 }));

    expect(text).toContain('- Amount: Free');
    expect(text + html).not.toContain('Receipt');
  });

  it('brings the session as a calendar file', () => {
    const [file] = render('booking-confirmation-user').attachments;
    expect(file).toMatchObject({ filename: 'session.ics', contentType: expect.stringContaining('method=REQUEST') });
    expect(file?.content).toContain('SUMMARY:Session with Dr. Meera Nair');
  });
});

describe('new-booking-expert', () => {
  it('has the subject of the requirements and speaks in the expert’s zone', () => {
    const { subject, text, attachments } = render('new-booking-expert', bookingMailData({ customer: inNewYork }));

    expect(subject).toBe('New Booking Alert - Asha Rao 📅');
    expect(text).toContain('Hi Dr. Meera Nair,\n\nYou have a new session booking!');
    expect(text).toContain('- Name: Asha Rao');
    expect(text).toContain('- Time: 14:00 – 15:00, India Standard Time (Asia/Kolkata)');
    expect(text).toContain('- For Asha Rao: 03:30 – 04:30, Eastern Standard Time (America/New_York)');
    expect(text).toContain('- Amount: INR 1,500.00');
    expect(text).toContain('View in Dashboard: https://serene.example.com/expert/dashboard');
    expect(attachments[0]?.content).toContain('SUMMARY:Session with Asha Rao');
  });
});

describe('session-reminder', () => {
  const remind = (now: string, overrides: Parameters<typeof bookingMailData>[0] = {}) =>
    render('session-reminder', bookingMailData(overrides), new Date(now));

  it('says tomorrow when it is tomorrow for the reader (E1)', () => {
    const { subject, text } = remind('2026-01-14T08:30:00Z');

    expect(subject).toBe('Reminder: Your session with Dr. Meera Nair is tomorrow');
    expect(text).toContain('- Date: Tomorrow, Thursday, 15 January 2026');
    expect(text).toContain(`Prepare for Session: ${page}`);
    // A day ahead there is nothing to join.
    expect(text).not.toContain('Join Now');
  });

  it('offers to join on the day itself', () => {
    expect(remind('2026-01-15T07:30:00Z').text).toContain(`Prepare for Session: ${page}\nJoin Now: ${page}`);
  });

  it('says today, and when, once that day has begun for the reader (E1)', () => {
    const { subject, text } = remind('2026-01-14T19:00:00Z');

    expect(subject).toBe('Reminder: Your session with Dr. Meera Nair is today at 14:00');
    expect(text).toContain('- Date: Today, Thursday, 15 January 2026');
  });

  it('goes by the zone of the customer, not of the expert (E1)', () => {
    // 19:00 UTC is 00:30 of the 15th in Kolkata and 14:00 of the 14th in New York.
    const { subject } = remind('2026-01-14T19:00:00Z', { customer: inNewYork });
    expect(subject).toBe('Reminder: Your session with Dr. Meera Nair is tomorrow');
  });

  it('names the day when it is neither', () => {
    const { subject } = remind('2026-01-12T08:30:00Z');
    expect(subject).toBe('Reminder: Your session with Dr. Meera Nair is on Thursday, 15 January 2026 at 14:00');
  });

  it('is right in a week whose clocks change', () => {
    const spring = { startsAt: new Date('2026-03-08T13:00:00Z'), endsAt: new Date('2026-03-08T14:00:00Z') };

    const { subject, text } = remind('2026-03-07T13:00:00Z', { ...spring, customer: inNewYork });

    expect(subject).toMatch(/is tomorrow$/);
    expect(text).toContain('- Time: 09:00 – 10:00, Eastern Daylight Time (America/New_York)');
  });
});

describe('session-reminder-expert', () => {
  const remind = (now: string) =>
    render('session-reminder-expert', bookingMailData({ customer: inNewYork }), new Date(now));

  it('goes by the zone of the expert (E1)', () => {
    // 19:00 UTC is 00:30 of the 15th in Kolkata and 14:00 of the 14th in New York.
    expect(remind('2026-01-14T18:00:00Z').subject).toBe('Reminder: Your session with Asha Rao is tomorrow');
    expect(remind('2026-01-14T19:00:00Z').subject).toBe('Reminder: Your session with Asha Rao is today at 14:00');
  });

  it('leads to the session and names the customer’s hour', () => {
    const { text } = remind('2026-01-15T07:30:00Z');

    expect(text).toContain('- Date: Today, Thursday, 15 January 2026');
    expect(text).toContain('- For Asha Rao: 03:30 – 04:30, Eastern Standard Time (America/New_York)');
    expect(text).toContain(`Join Now: ${page}`);
  });
});

describe('reminders', () => {
  it.each(['session-reminder', 'session-reminder-expert'] as const)('%s can be switched off at its end', (template) => {
    const now = new Date('2026-01-14T08:00:00Z');
    const unsubscribeUrl = 'https://serene.example.com/api/v1/unsubscribe?token=a&b';

    const { html, text } = templates[template].render(bookingMailData(), {
      brand,
      now,
      unsubscribeUrl,
      tokenOf,
      isProved: true,
    });

    expect(text).toMatch(/\nStop reminders: https:\/\/serene\.example\.com\/api\/v1\/unsubscribe\?token=a&b\n$/);
    expect(html).toContain('href="https://serene.example.com/api/v1/unsubscribe?token=a&amp;b"');
  });
});

describe('slot-lost-refund', () => {
  it('says that the money comes back, and where free times are', () => {
    const { subject, text } = render('slot-lost-refund', slotLostMailData());

    expect(subject).toBe('Your time with Dr. Meera Nair was no longer free: full refund of INR 1,500.00 started');
    expect(text).toContain("Your full refund of INR 1,500.00 has started. You don't need to do anything");
    expect(text).toContain('- Reference: order_00000000000001');
    expect(text).toContain(`Free times nearby (Asia/Kolkata):
- Thursday, 15 January 2026, 15:00: https://serene.example.com/experts/meera-nair
- Thursday, 15 January 2026, 12:30: https://serene.example.com/experts/meera-nair
- Friday, 16 January 2026, 09:00: https://serene.example.com/experts/meera-nair`);
  });

  it('of money that was only set aside says that nothing was charged (M7)', () => {
    const { subject, text } = render('slot-lost-refund', slotLostMailData({ charged: false }));

    expect(subject).toBe('Your time with Dr. Meera Nair was no longer free: nothing was charged');
    expect(text).toContain(
      'You have not been charged. Your bank had set INR 1,500.00 aside and will release it automatically',
    );
    expect(text).toContain('- Charged: Nothing');
    expect(text).not.toMatch(/refund/i);
  });

  it('without a free time nearby still leads to the expert', () => {
    const { text } = render('slot-lost-refund', slotLostMailData({ nearest: [] }));

    expect(text).not.toContain('Free times nearby');
    expect(text).toContain('Choose another time: https://serene.example.com/experts/meera-nair');
  });
});
