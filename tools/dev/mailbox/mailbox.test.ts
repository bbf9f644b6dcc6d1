import { mkdtempSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Mailbox, startMailbox } from './index.ts';
import { messageSchema } from './message.ts';

const clock = { now: () => new Date('2026-03-01T09:30:00.000Z') };
const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';

let folder: string;
let mailbox: Mailbox;
const said: string[] = [];

const open = () =>
  startMailbox({
    httpPort: 0,
    smtpPort: 0,
    storageFile: join(folder, 'mailbox.jsonl'),
    clock,
    say: (line) => said.push(line),
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serene-mailbox-'));
  said.length = 0;
  mailbox = await open();
});

afterEach(async () => {
  await mailbox.stop();
  rmSync(folder, { recursive: true });
});

async function send(mail: Record<string, unknown> = {}) {
  const transport = createTransport(mailbox.smtpUrl, {
    from: 'Serene Wellbeing <noreply@example.com>',
    to: 'Asha <customer@example.com>',
    subject: 'Session confirmed',
    text: 'See you soon.',
  });
  try {
    return await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

async function messages(query = '') {
  const response = await fetch(`${mailbox.url}/api/messages${query}`);
  return z.array(messageSchema).parse(await response.json());
}

async function setFault(fault: Record<string, unknown>) {
  return fetch(`${mailbox.url}/api/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
}

describe('the list of messages', () => {
  it('shows what arrived: addresses, bodies, headers, Message-ID and the time by the given clock', async () => {
    const sent = await send({
      html: '<p>See you <b>soon</b>.</p>',
      replyTo: 'support@example.com',
      bcc: 'audit@example.com',
      headers: { 'X-Outbox-Key': 'confirmed:1:customer' },
    });

    const [message] = await messages();

    expect(message).toMatchObject({
      from: 'noreply@example.com',
      to: 'customer@example.com',
      replyTo: 'support@example.com',
      recipients: ['customer@example.com', 'audit@example.com'],
      subject: 'Session confirmed',
      text: 'See you soon.',
      html: '<p>See you <b>soon</b>.</p>',
      messageId: sent.messageId,
      receivedAt: '2026-03-01T09:30:00.000Z',
      headers: { 'x-outbox-key': 'confirmed:1:customer' },
      attachments: [],
    });
  });

  it('gives text attachments as text and others as base64', async () => {
    await send({
      attachments: [
        { filename: 'session.ics', content: calendar, contentType: 'text/calendar; method=REQUEST' },
        { filename: 'receipt.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' },
      ],
    });

    const [message] = await messages();

    expect(message?.attachments).toEqual([
      { filename: 'session.ics', contentType: 'text/calendar', content: calendar },
      { filename: 'receipt.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7').toString('base64') },
    ]);
  });

  it('has an empty string for a body that the mail does not have', async () => {
    await send({ text: undefined, html: '<p>Only this</p>' });

    expect((await messages())[0]).toMatchObject({ text: '', html: '<p>Only this</p>' });
  });

  it('is in the order of arrival, and can be asked for one recipient', async () => {
    await send({ subject: 'first' });
    await send({ subject: 'second', to: 'expert@example.com' });
    await send({ subject: 'third' });

    expect((await messages()).map(({ subject }) => subject)).toEqual(['first', 'second', 'third']);
    expect((await messages('?to=Customer@example.com')).map(({ subject }) => subject)).toEqual(['first', 'third']);
  });

  it('is empty after a DELETE, and ids are not given out again', async () => {
    await send();
    const [before] = await messages();

    await fetch(`${mailbox.url}/api/messages`, { method: 'DELETE' });
    expect(await messages()).toEqual([]);

    await send();
    expect((await messages())[0]?.id).not.toBe(before?.id);
  });

  it('survives a restart, also one in the middle of a write', async () => {
    await send({ subject: 'kept' });
    await mailbox.stop();
    appendFileSync(join(folder, 'mailbox.jsonl'), '{"id":"2","subject":"cut o');
    mailbox = await open();
    await send({ subject: 'later' });

    expect((await messages()).map(({ subject }) => subject)).toEqual(['kept', 'later']);
  });

  it('leaves out what it cannot read, and says how much that is and where it was', async () => {
    await send({ subject: 'kept' });
    await mailbox.stop();
    const file = join(folder, 'mailbox.jsonl');
    appendFileSync(file, 'garbage\n{"id":"2"}\n');

    mailbox = await open();

    expect((await messages()).map(({ subject }) => subject)).toEqual(['kept']);
    expect(said).toEqual([`The mailbox left out 2 damaged lines of ${file}.`]);
  });
});

describe('the pages', () => {
  it('list the mails, the newest first, and escape what came from outside', async () => {
    await send({ subject: 'older' });
    await send({ subject: '<script>alert(1)</script>' });

    const page = await (await fetch(mailbox.url)).text();

    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.indexOf('alert(1)')).toBeLessThan(page.indexOf('older'));
  });

  it('show one mail, with its HTML in a frame that can run nothing', async () => {
    await send({ html: '<p>Hello</p><script>alert(1)</script>' });
    const [message] = await messages();

    const page = await (await fetch(`${mailbox.url}/messages/${message?.id}`)).text();
    const frame = await fetch(`${mailbox.url}/messages/${message?.id}/html`);

    expect(page).toContain(`src="/messages/${message?.id}/html"`);
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
    expect(await frame.text()).toContain('<p>Hello</p>');
  });

  it('hand out an attachment as it was sent', async () => {
    await send({ attachments: [{ filename: 'session.ics', content: calendar, contentType: 'text/calendar' }] });
    const [message] = await messages();

    const file = await fetch(`${mailbox.url}/messages/${message?.id}/attachments/0`);

    expect(file.headers.get('content-disposition')).toBe('attachment; filename=session.ics');
    expect(await file.text()).toBe(calendar);
  });

  it('say that a mail is not there', async () => {
    expect((await fetch(`${mailbox.url}/messages/99`)).status).toBe(404);
  });
});

describe('faults', () => {
  it('reject a recipient for good, as often as asked for', async () => {
    await setFault({ kind: 'reject', recipient: 'customer@example.com', times: 1 });

    await expect(send()).rejects.toMatchObject({ responseCode: 550 });
    await send();

    expect(await messages()).toHaveLength(1);
  });

  it('defer a recipient, and nobody else', async () => {
    await setFault({ kind: 'defer', recipient: 'customer@example.com' });

    await send({ to: 'expert@example.com' });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
  });

  it('keep the mail and lose the answer, so that the sender cannot know', async () => {
    await setFault({ kind: 'lose-answer' });

    await expect(send()).rejects.toThrow(/connection|closed/i);

    expect(await messages()).toHaveLength(1);
  });

  it('drop the connection right after the answer: the sender knows that the mail has gone', async () => {
    await setFault({ kind: 'drop' });

    await send();

    expect(await messages()).toHaveLength(1);
  });

  it('can be lifted', async () => {
    await setFault({ kind: 'reject', times: 100 });
    await fetch(`${mailbox.url}/api/faults`, { method: 'DELETE' });

    await send();

    expect(await messages()).toHaveLength(1);
  });

  it('refuse what is no fault', async () => {
    expect((await setFault({ kind: 'explode' })).status).toBe(400);
  });
});
