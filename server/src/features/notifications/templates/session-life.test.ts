import { describe, expect, it } from 'vitest';
import { bookingMailData, endedMailData, movedMailData, requestMailData } from '../../../../test/mail-data.ts';
import { expertPage, inNewYork, page, render } from './render-template.test-support.ts';

const free = { paymentId: null, amountMinor: 0, refundMinor: 0 };

describe('booking-request-user (L4)', () => {
  it('says until when the answer comes and what happens without one', () => {
    const { subject, text, attachments } = render('booking-request-user', requestMailData());

    expect(subject).toBe('Your request to Dr. Meera Nair was sent');
    expect(text).toContain('Dr. Meera Nair answers by Tuesday, 13 January 2026, 11:30 (Asia/Kolkata).');
    expect(text).toContain("If they don't accept by then, you get the full INR 1,500.00 back automatically.");
    expect(text).toContain('- Amount paid: INR 1,500.00');
    expect(text).toContain(`View request: ${page}`);
    expect(attachments).toEqual([]);
  });

  it('names the deadline on the reader’s clock', () => {
    const { text } = render('booking-request-user', requestMailData({ customer: inNewYork }));

    expect(text).toContain('answers by Tuesday, 13 January 2026, 01:00 (America/New_York)');
    expect(text).toContain('- For Dr. Meera Nair: 14:00 – 15:00');
  });

  it('of a free session speaks of no money', () => {
    const { text } = render('booking-request-user', requestMailData(free));

    expect(text).toContain("If they don't accept by then, the request expires.");
    expect(text).not.toContain('INR');
  });
});

describe('booking-request-expert (L4)', () => {
  it('asks for an answer by the deadline, on the expert’s clock', () => {
    const { subject, text } = render('booking-request-expert', requestMailData({ customer: inNewYork }));

    expect(subject).toBe('Asha Rao requested a session: answer by Tuesday, 13 January 2026, 11:30');
    expect(text).toContain('Accept or decline by Tuesday, 13 January 2026, 11:30 (Asia/Kolkata)');
    expect(text).toContain('- For Asha Rao: 03:30 – 04:30, Eastern Standard Time (America/New_York)');
    expect(text).toContain(`Accept or decline: ${page}`);
  });
});

describe('booking-rejected-user (L4)', () => {
  it('says that the expert declined, why, and that everything comes back', () => {
    const { subject, text } = render(
      'booking-rejected-user',
      endedMailData({ by: 'expert', reason: 'I am travelling that day.' }),
    );

    expect(subject).toBe('Your request to Dr. Meera Nair was declined: full refund of INR 1,500.00 started');
    expect(text).toContain('Dr. Meera Nair cannot take the session you asked for.');
    expect(text).toContain('Your full refund of INR 1,500.00 has started.');
    expect(text).toContain('about 5 to 7 working days');
    expect(text).toContain('- Reason: I am travelling that day.');
    expect(text).toContain(`Choose another time: ${expertPage}`);
  });

  it('says that the deadline passed', () => {
    const { subject, text } = render('booking-rejected-user', endedMailData({ by: 'system' }));

    expect(subject).toBe('Dr. Meera Nair did not answer in time: full refund of INR 1,500.00 started');
    expect(text).toContain('did not answer your request in time, so it has ended.');
    expect(text).not.toContain('Reason');
  });

  it('of a free session speaks of no money', () => {
    const { subject, text } = render('booking-rejected-user', endedMailData({ ...free, by: 'expert' }));

    expect(subject).toBe('Your request to Dr. Meera Nair was declined');
    expect(text).not.toMatch(/refund|INR/i);
  });
});

describe('session-cancelled-user (L2)', () => {
  it('confirms a cancellation in time with the full refund', () => {
    const { subject, text } = render('session-cancelled-user', endedMailData({ reason: 'A cold' }));

    expect(subject).toBe('Your session with Dr. Meera Nair is cancelled: full refund of INR 1,500.00 started');
    expect(text).toContain('You cancelled your session with Dr. Meera Nair. We told Dr. Meera Nair too.');
    expect(text).toContain('- Paid: INR 1,500.00\n- Refund: INR 1,500.00');
    // People know their own reasons.
    expect(text).not.toContain('A cold');
  });

  it('of a part says what part', () => {
    const { subject, text } = render('session-cancelled-user', endedMailData({ refundMinor: 75_000 }));

    expect(subject).toBe('Your session with Dr. Meera Nair is cancelled: refund of INR 750.00 started');
    expect(text).toContain('Your refund of INR 750.00 has started.');
    expect(text).toContain('- Paid: INR 1,500.00\n- Refund: INR 750.00');
  });

  it('says that the money had come back before, where that is why nothing is due now', () => {
    const { text } = render('session-cancelled-user', endedMailData({ refundMinor: 0, returnedMinor: 150_000 }));

    expect(text).toContain('have already been refunded');
    expect(text).not.toContain('terms');
  });

  it('too late says that nothing comes back', () => {
    const { subject, text } = render('session-cancelled-user', endedMailData({ refundMinor: 0 }));

    expect(subject).toBe('Your session with Dr. Meera Nair is cancelled');
    expect(text).toContain('Under the terms you booked with, this cancellation is not refunded.');
    expect(text).toContain('- Paid: INR 1,500.00\n- Refund: None');
  });

  it('says that the expert had to cancel, and why', () => {
    const { subject, text } = render('session-cancelled-user', endedMailData({ by: 'expert', reason: 'I am ill.' }));

    expect(subject).toBe('Dr. Meera Nair had to cancel your session: full refund of INR 1,500.00 started');
    expect(text).toContain('- Reason: I am ill.');
    expect(text).toContain(`Book another time: ${expertPage}`);
  });

  it('by us is sorry', () => {
    const { subject, text } = render('session-cancelled-user', endedMailData({ by: 'admin' }));

    expect(subject).toBe('Your session with Dr. Meera Nair was cancelled: full refund of INR 1,500.00 started');
    expect(text).toContain('We are sorry: your session with Dr. Meera Nair had to be cancelled.');
  });

  it('of a free session speaks of no money', () => {
    expect(render('session-cancelled-user', endedMailData(free)).text).not.toMatch(/refund|INR|Free/);
  });

  it('takes the session out of the calendar', () => {
    const [file] = render('session-cancelled-user', endedMailData()).attachments;

    expect(file?.contentType).toContain('method=CANCEL');
    expect(file?.content).toContain('METHOD:CANCEL');
  });
});

describe('session-cancelled-expert (L2)', () => {
  it('says who cancelled, why, and what is not earned', () => {
    const { subject, text, attachments } = render('session-cancelled-expert', endedMailData({ reason: 'A cold' }));

    expect(subject).toBe('Asha Rao cancelled: Thursday, 15 January 2026, 14:00');
    expect(text).toContain('- Reason: A cold\n- Amount not earned: INR 1,500.00');
    expect(text).toContain('The time can be booked again.');
    expect(attachments[0]?.content).toContain('METHOD:CANCEL');
  });

  it('of a cancellation that earns all the same mentions no amount', () => {
    expect(render('session-cancelled-expert', endedMailData({ refundMinor: 0 })).text).not.toContain('INR');
  });

  it('tells the expert who cancelled that the time is open again', () => {
    const { subject, text } = render('session-cancelled-expert', endedMailData({ by: 'expert', reason: 'I am ill.' }));

    expect(subject).toBe('You cancelled the session with Asha Rao');
    expect(text).toContain('to keep it free, add it to your time off.');
    expect(text).not.toContain('I am ill.');
  });

  it('by us names the customer and the time', () => {
    const { subject } = render('session-cancelled-expert', endedMailData({ by: 'admin' }));
    expect(subject).toBe('Session with Asha Rao cancelled: Thursday, 15 January 2026, 14:00');
  });
});

describe('session-moved-user (L3)', () => {
  it('shows the new time and the old one, and that there is nothing to pay', () => {
    const { subject, text } = render('session-moved-user', movedMailData());

    expect(subject).toBe('Your session with Dr. Meera Nair is moved to Thursday, 15 January 2026, 14:00');
    expect(text).toContain('You moved your session with Dr. Meera Nair. We told Dr. Meera Nair too.');
    expect(text).toContain('The price stays INR 1,500.00; there is nothing to pay.');
    expect(text).toContain(`New time:
- Expert: Dr. Meera Nair
- Date: Thursday, 15 January 2026
- Time: 14:00 – 15:00, India Standard Time (Asia/Kolkata)`);
    expect(text).toContain(`Previous time:
- Date: Wednesday, 14 January 2026
- Time: 10:00 – 11:00, India Standard Time (Asia/Kolkata)`);
  });

  it('brings the calendar file of the new revision', () => {
    const [file] = render('session-moved-user', movedMailData({ revision: 3 })).attachments;

    expect(file?.contentType).toContain('method=REQUEST');
    expect(file?.content).toContain('SEQUENCE:3');
    expect(file?.content).toContain('DTSTART:20260115T083000Z');
  });

  it.each([
    ['expert', 'Dr. Meera Nair moved your session to Thursday, 15 January 2026, 14:00'],
    ['admin', 'Your session with Dr. Meera Nair was moved to Thursday, 15 January 2026, 14:00'],
  ] as const)('moved by the %s says so, and where to change it', (by, expected) => {
    const { subject, text } = render('session-moved-user', movedMailData({ by }));

    expect(subject).toBe(expected);
    expect(text).toContain(`move or cancel it on its page: that is free until it starts.`);
  });

  it('of a request repeats until when the answer comes, and leaves the calendar alone (L4)', () => {
    const { subject, text, attachments } = render(
      'session-moved-user',
      movedMailData({ answerBy: new Date('2026-01-13T06:00:00Z') }),
    );

    expect(subject).toContain('Your request with Dr. Meera Nair is moved');
    expect(text).toContain('- Answer by: Tuesday, 13 January 2026, 11:30');
    expect(text).not.toContain('calendar');
    expect(attachments).toEqual([]);
  });

  it('of a request that somebody else moved says that it can be moved or cancelled for free', () => {
    const { text } = render(
      'session-moved-user',
      movedMailData({ by: 'expert', answerBy: new Date('2026-01-13T06:00:00Z') }),
    );

    expect(text).toContain('move or cancel it on its page: that is free.');
  });
});

describe('session-moved-expert (L3)', () => {
  it.each([
    ['customer', 'Asha Rao moved their session to Thursday, 15 January 2026, 14:00'],
    ['expert', 'You moved the session with Asha Rao to Thursday, 15 January 2026, 14:00'],
    ['admin', 'The session with Asha Rao was moved to Thursday, 15 January 2026, 14:00'],
  ] as const)('moved by the %s says so', (by, expected) => {
    expect(render('session-moved-expert', movedMailData({ by })).subject).toBe(expected);
  });

  it('speaks in the expert’s zone, brings the calendar file, and is silent about money', () => {
    const { text, attachments } = render('session-moved-expert', movedMailData({ customer: inNewYork }));

    expect(text).toContain('- For Asha Rao: 03:30 – 04:30, Eastern Standard Time (America/New_York)');
    expect(text).not.toContain('INR');
    expect(attachments[0]?.content).toContain('SUMMARY:Session with Asha Rao');
  });
});

describe('review-request-user (L4)', () => {
  it('leads to the session’s page', () => {
    const { subject, text } = render('review-request-user', bookingMailData());

    expect(subject).toBe('How was your session with Dr. Meera Nair?');
    expect(text).toContain(`Rate your session: ${page}`);
  });
});
