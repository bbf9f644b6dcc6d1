import type { OutgoingMail } from '../src/gateways/mail/port.ts';

/** A mail with the given calendar file, as a transport gets it. */
export function outgoingMail(calendar: string, data: OutgoingMail['source']['data'] = {}): OutgoingMail {
  return {
    messageId: '<fixed-id@example.com>',
    to: 'asha@example.com',
    subject: 'Your session with Dr. Meera is confirmed! 🎉',
    html: '<p>Hello</p>',
    text: 'Hello',
    attachments: [
      { filename: 'session.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST', content: calendar },
    ],
    unsubscribeUrl: null,
    source: { template: 'booking-confirmation-user', data },
  };
}
