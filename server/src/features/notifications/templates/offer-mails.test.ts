import { describe, expect, it } from 'vitest';
import { bookingMailData, movedMailData, requestMailData } from '../../../../test/mail-data.ts';
import { mailSamples } from '../../../../test/mail-samples.ts';
import type { MailTemplate } from './index.ts';
import { render } from './render-template.test-support.ts';

const title = 'Sleep consultation';
const told = {
  answers: [
    { question: 'What for?', answer: 'To sleep, see https://evil.example' },
    { question: 'Have you done this before?', answer: 'yes' },
  ],
  pathway: 'Sleeping through',
  notes: 'I am <b>nervous</b>.',
};

describe('the emails about a session type', () => {
  it.each<[MailTemplate, object]>([
    ['booking-confirmation-user', bookingMailData({ title })],
    ['new-booking-expert', bookingMailData({ title })],
    ['booking-request-user', requestMailData({ title })],
    ['session-moved-user', movedMailData({ title })],
    ['session-reminder', bookingMailData({ title })],
  ])('say which one it is: %s', (template, data) => {
    expect(render(template, data).text).toContain(`Offer: ${title}`);
    expect(render(template, mailSamples[template]()).text).not.toContain('Offer:');
  });

  it.each<MailTemplate>(['new-booking-expert', 'booking-request-expert'])(
    'tell the expert what the customer answered, chose and wrote, without links made of it: %s (F6)',
    (template) => {
      const { html, text } = render(template, requestMailData({ title, told }));

      expect(text).toContain('Pathway: Sleeping through');
      expect(text).toContain('What for?: To sleep, see https://evil.example');
      expect(text).toContain('Have you done this before?: Yes');
      expect(text).toContain('Notes for you: I am <b>nervous</b>.');
      expect(html).not.toContain('<b>nervous</b>');
      expect(html).not.toMatch(/href="[^"]*evil/);
    },
  );

  it('name it in the calendar, and nothing that was told', () => {
    const { attachments } = render('new-booking-expert', bookingMailData({ title, told }));

    const file = String(attachments[0]?.content);
    expect(file).toContain('SUMMARY:Sleep consultation with Asha Rao');
    expect(file).not.toContain('nervous');
    expect(file).not.toContain('To sleep');
  });

  it('leave out what the customer typed where nobody has proved the expert’s address (E4)', () => {
    const unproved = { isProved: false };
    const data = requestMailData({ title, told });
    expect(render('new-booking-expert', data, unproved).text).not.toContain('nervous');
  });
});
