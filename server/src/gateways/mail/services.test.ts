import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { outgoingMail } from '../../../test/outgoing-mail.ts';
import { listenAnywhere } from '../../../test/test-smtp.ts';
import type { MailTransport, OutgoingMail } from './port.ts';
import { createResendTransport } from './resend.ts';
import { createSendGridTransport } from './sendgrid.ts';

const mail = outgoingMail('BEGIN:VCALENDAR', { reference: 'SER-7K2M9Q' });
const unsubscribeUrl = 'https://serene.example.com/api/v1/unsubscribe/token';
const plain: OutgoingMail = { ...mail, attachments: [], unsubscribeUrl };
const correspondents = { from: 'Serene Wellbeing <noreply@example.com>', replyTo: 'support@example.com' };
const calendarInBase64 = Buffer.from('BEGIN:VCALENDAR').toString('base64');

type Received = { method: string | undefined; path: string | undefined; headers: NodeJS.Dict<unknown>; body: unknown };
type Reply = { status: number; body?: unknown } | 'silence';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

/** A service on this machine that keeps what it is asked and answers with `reply`. */
async function startService(reply: Reply) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      received.push({ method, path, headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
      if (reply === 'silence') return;
      const elsewhere = reply.status === 302 ? { Location: '/elsewhere' } : {};
      response
        .writeHead(reply.status, elsewhere)
        .end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    });
  });
  const baseUrl = `http://127.0.0.1:${await listenAnywhere(server)}`;
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl, received };
}

type Connect = (baseUrl: string) => MailTransport;
const sendGrid: Connect = (baseUrl) =>
  createSendGridTransport({ ...correspondents, apiKey: 'SG.secret', templates: {}, baseUrl, timeoutMs: 3_000 });
const resend: Connect = (baseUrl) =>
  createResendTransport({ ...correspondents, apiKey: 're_secret', baseUrl, timeoutMs: 3_000 });

async function outcomeOf(connect: Connect, reply: Reply) {
  const { baseUrl } = await startService(reply);
  return connect(baseUrl).send(mail);
}

describe('SendGrid transport', () => {
  it('posts what the Mail Send API takes, and lets nobody follow who opens what', async () => {
    const { baseUrl, received } = await startService({ status: 202, body: '' });

    expect(await sendGrid(baseUrl).send(mail)).toEqual({ status: 'sent' });

    expect(received).toMatchObject([
      {
        method: 'POST',
        path: '/v3/mail/send',
        headers: { authorization: 'Bearer SG.secret', 'content-type': 'application/json' },
      },
    ]);
    expect(received[0]?.body).toEqual({
      personalizations: [{ to: [{ email: 'asha@example.com' }] }],
      from: { email: 'noreply@example.com', name: 'Serene Wellbeing' },
      reply_to: { email: 'support@example.com' },
      subject: mail.subject,
      content: [
        { type: 'text/plain', value: 'Hello' },
        { type: 'text/html', value: '<p>Hello</p>' },
        { type: 'text/calendar; method=REQUEST', value: mail.attachments[0]?.content },
      ],
      attachments: [
        { filename: 'session.ics', type: 'text/calendar', content: calendarInBase64, disposition: 'attachment' },
      ],
      headers: { 'Auto-Submitted': 'auto-generated', 'Message-ID': '<fixed-id@example.com>' },
      tracking_settings: { click_tracking: { enable: false, enable_text: false }, open_tracking: { enable: false } },
    });
  });

  it('leaves the words to a dynamic template where one is configured, and gives it the data', async () => {
    const { baseUrl, received } = await startService({ status: 202 });
    const templates = { 'booking-confirmation-user': 'd-confirmation' };
    const transport = createSendGridTransport({ ...correspondents, apiKey: 'SG.secret', templates, baseUrl });

    await transport.send(mail);
    await transport.send({ ...plain, source: { template: 'session-reminder', data: {} } });

    expect(received[0]?.body).toMatchObject({
      template_id: 'd-confirmation',
      personalizations: [
        { dynamic_template_data: { subject: mail.subject, text: 'Hello', data: { reference: 'SER-7K2M9Q' } } },
      ],
    });
    expect(received[0]?.body).not.toHaveProperty('content');
    expect(received[1]?.body).not.toHaveProperty('template_id');
  });

  it('gives templates the names that other booking products print, beside our data', async () => {
    const { baseUrl, received } = await startService({ status: 202 });
    const templates = { 'booking-confirmation-user': 'd-confirmation' };
    const transport = createSendGridTransport({ ...correspondents, apiKey: 'SG.secret', templates, baseUrl });
    const startsAt = new Date('2026-01-15T08:30:00Z');
    const people = { customer: { name: 'Asha Nair', timezone: 'Asia/Kolkata' }, expert: { name: 'Dr. Khan' } };
    const data = { ...people, startsAt, duration: 45, title: 'Sleep consultation' };

    await transport.send({ ...mail, source: { template: 'booking-confirmation-user', data } });
    await transport.send({
      ...mail,
      source: { template: 'booking-confirmation-user', data: { ...data, title: null } },
    });

    const names = { clientName: 'Asha Nair', builderName: 'Dr. Khan', timezone: 'Asia/Kolkata' };
    const printed = { ...names, startTime: '2026-01-15T08:30:00.000Z', sessionTitle: 'Sleep consultation' };
    expect(received[0]?.body).toMatchObject({ personalizations: [{ dynamic_template_data: printed }] });
    const plainHour = { ...printed, sessionTitle: '45 minutes with Dr. Khan' };
    expect(received[1]?.body).toMatchObject({ personalizations: [{ dynamic_template_data: plainHour }] });
  });

  it('gives an unsubscribe header to what can be switched off, and no empty list of files', async () => {
    const { baseUrl, received } = await startService({ status: 202 });

    await sendGrid(baseUrl).send(plain);

    expect(received[0]?.body).toMatchObject({
      headers: {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
    expect(received[0]?.body).not.toHaveProperty('attachments');
  });

  const complaint = (field: string | null, message: string) => ({ errors: [{ message, field, help: null }] });
  it.each<[string, Reply, 'refused' | 'retry', string]>([
    [
      'the address',
      { status: 400, body: complaint('personalizations.0.to.0.email', 'Bad to') },
      'refused',
      '400 Bad to',
    ],
    ['the size', { status: 413, body: complaint(null, 'Too large') }, 'refused', '413 Too large'],
    ['the sender', { status: 400, body: complaint('from.email', 'Unknown sender') }, 'retry', '400 Unknown sender'],
    ['the key', { status: 401, body: complaint(null, 'Unauthorized') }, 'retry', '401 Unauthorized'],
    ['the rate', { status: 429, body: complaint(null, 'Slow down') }, 'retry', '429 Slow down'],
    [
      'nothing, being broken',
      { status: 502, body: '<html>Bad gateway</html>' },
      'retry',
      '502 <html>Bad gateway</html>',
    ],
  ])('knows what a complaint about %s means', async (_about, reply, status, reason) => {
    expect(await outcomeOf(sendGrid, reply)).toEqual({ status, reason });
  });
});

describe('Resend transport', () => {
  it('posts what its API takes, under an idempotency key that each copy shares', async () => {
    const { baseUrl, received } = await startService({ status: 200, body: { id: 'of-resend' } });

    expect(await resend(baseUrl).send(mail)).toEqual({ status: 'sent' });

    expect(received).toMatchObject([
      {
        method: 'POST',
        path: '/emails',
        headers: { authorization: 'Bearer re_secret', 'idempotency-key': '<fixed-id@example.com>' },
      },
    ]);
    expect(received[0]?.body).toEqual({
      from: 'Serene Wellbeing <noreply@example.com>',
      to: ['asha@example.com'],
      reply_to: 'support@example.com',
      subject: mail.subject,
      html: '<p>Hello</p>',
      text: 'Hello',
      headers: { 'Auto-Submitted': 'auto-generated', 'Message-ID': '<fixed-id@example.com>' },
      attachments: [
        {
          filename: 'session.ics',
          content_type: 'text/calendar; charset=utf-8; method=REQUEST',
          content: calendarInBase64,
        },
      ],
    });
  });

  const complaint = (name: string, message: string) => ({ statusCode: 0, name, message });
  it.each<[string, Reply, 'refused' | 'retry', string]>([
    [
      'the address',
      { status: 422, body: complaint('validation_error', 'Invalid `to`') },
      'refused',
      '422 Invalid `to`',
    ],
    ['the sender', { status: 422, body: complaint('invalid_from_address', 'No') }, 'retry', '422 No'],
    ['the domain', { status: 403, body: complaint('validation_error', 'Not verified') }, 'retry', '403 Not verified'],
    ['the key', { status: 401, body: complaint('missing_api_key', 'No key') }, 'retry', '401 No key'],
    ['the rate', { status: 429, body: complaint('rate_limit_exceeded', 'Slow down') }, 'retry', '429 Slow down'],
    ['a copy at work', { status: 409, body: complaint('concurrent_idempotent_requests', 'Wait') }, 'retry', '409 Wait'],
    ['nothing, being broken', { status: 500, body: 'oops' }, 'retry', '500 oops'],
  ])('knows what a complaint about %s means', async (_about, reply, status, reason) => {
    expect(await outcomeOf(resend, reply)).toEqual({ status, reason });
  });

  it('knows a mail that went out before, in the words of another moment', async () => {
    const body = complaint('invalid_idempotent_request', 'Another payload');

    expect(await outcomeOf(resend, { status: 409, body })).toEqual({ status: 'sent' });
  });
});

describe.each([
  ['SendGrid', sendGrid],
  ['Resend', resend],
])('%s transport', (_name, connect) => {
  it('tries again later when nobody answers', async () => {
    expect(await outcomeOf(connect, 'silence')).toMatchObject({ status: 'retry', reason: expect.any(String) });
    const nobody = createServer();
    const port = await listenAnywhere(nobody);
    await new Promise((resolve) => nobody.close(resolve));
    expect(await connect(`http://127.0.0.1:${port}`).send(mail)).toMatchObject({
      status: 'retry',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('follows no redirection, which would carry the key away', async () => {
    const { baseUrl, received } = await startService({ status: 302 });

    expect((await connect(baseUrl).send(mail)).status).toBe('retry');
    expect(received).toHaveLength(1);
  });

  it('lets no header and no recipient be smuggled in', async () => {
    const { baseUrl, received } = await startService({ status: 202 });
    const transport = connect(baseUrl);

    await transport.send({ ...mail, subject: 'Hello\r\nBcc: all@example.com' });
    const bad = ['a@example.com, b@example.com', 'Bob <a@example.com>', ''];
    const outcomes = await Promise.all(bad.map((to) => transport.send({ ...mail, to })));

    expect(received).toHaveLength(1);
    expect(received[0]?.body).toMatchObject({ subject: 'Hello Bcc: all@example.com' });
    expect(outcomes.map(({ status }) => status)).toEqual(['refused', 'refused', 'refused']);
  });
});
