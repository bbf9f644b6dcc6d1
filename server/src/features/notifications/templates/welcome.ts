import type { MailContent, MailContext } from '../layout/content.ts';
import type { WelcomeMailData } from '../mail-data.ts';
import { pageUrl } from './booking-details.ts';

/** To somebody who has confirmed their address: what they can do now. */
export function welcome({ isExpert, reader }: WelcomeMailData, { brand }: MailContext): MailContent {
  const page = (path: string) => pageUrl(brand.frontendUrl, path);
  return {
    subject: `Welcome to ${brand.name}`,
    preview: 'Your address is confirmed. Here is what you can do now.',
    to: reader.name,
    blocks: [
      { kind: 'paragraph', text: 'Your address is confirmed. News of your sessions comes here.' },
      {
        kind: 'steps',
        title: 'What you can do now',
        items: isExpert
          ? [
              'Set the hours in which customers can book you.',
              'See what was booked, and answer requests, on your dashboard.',
              'Let your calendar follow your sessions, from your settings.',
            ]
          : [
              'Find an expert and book a time: its page shows what is free.',
              'Move or cancel a session, and find its receipt, on your dashboard.',
              'Choose your time zone and whether reminders come, in your settings.',
            ],
      },
      {
        kind: 'buttons',
        items: isExpert
          ? [
              { label: 'Set your hours', url: page('/expert/availability') },
              { label: 'Go to dashboard', url: page('/expert/dashboard') },
            ]
          : [
              { label: 'Find an expert', url: page('/experts') },
              { label: 'Go to dashboard', url: page('/dashboard') },
            ],
      },
    ],
    attachments: [],
  };
}
