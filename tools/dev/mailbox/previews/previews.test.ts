import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mailbox, startMailbox } from '../index.ts';

let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await startMailbox({ httpPort: 0, smtpPort: 0, clock: { now: () => new Date('2026-03-01T09:30:00Z') } });
});

afterAll(async () => {
  await mailbox.stop();
});

describe('samples of all mails', () => {
  it('are listed, and reached from the mailbox', async () => {
    const front = await (await fetch(mailbox.url)).text();
    const list = await (await fetch(`${mailbox.url}/previews`)).text();

    expect(front).toContain('<a href="/previews">Samples of all mails</a>');
    expect(list).toContain('href="/previews/en/booking-confirmation-user"');
    expect(list).toContain('Reminder: Your session with Dr. Meera Nair is tomorrow');
    expect(list).toContain('href="/previews/hi/session-reminder"');
    expect(list).toContain('<strong lang="hi">रिमाइंडर: Dr. Meera Nair के साथ आपका सत्र कल है</strong>');
  });

  it('are shown as HTML that can run nothing, and as text', async () => {
    const response = await fetch(`${mailbox.url}/previews/en/session-reminder`);
    const page = await response.text();

    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;!doctype html&gt;');
    expect(page).toContain('Stop reminders: https://serene.example.com');
  });

  it('are shown in each language that they are written in', async () => {
    const page = await (await fetch(`${mailbox.url}/previews/hi/session-reminder`)).text();

    expect(page).toContain('रिमाइंडर बंद करें: https://serene.example.com');
    expect((await fetch(`${mailbox.url}/previews/hi/dispute-admin`)).status).toBe(404);
  });

  it('answer 404 where there is no such mail', async () => {
    expect((await fetch(`${mailbox.url}/previews/en/unknown`)).status).toBe(404);
  });
});
