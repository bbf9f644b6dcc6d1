import { createServer } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { outgoingMail } from '../../../test/outgoing-mail.ts';
import { listenAnywhere, refusal, startTestSmtp, type TestSmtp } from '../../../test/test-smtp.ts';
import type { MailTransport } from './port.ts';
import { createSmtpTransport } from './smtp.ts';

const mail = outgoingMail('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');

/** For servers that keep nobody waiting for long. */
const short = { connection: 200, reply: 200, mail: 400 };

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

async function start(behaviour: SMTPServerOptions = {}): Promise<TestSmtp> {
  const smtp = await startTestSmtp(behaviour);
  cleanups.push(() => smtp.close());
  return smtp;
}

function connect(smtpUrl: string, patience?: typeof short): MailTransport {
  const transport = createSmtpTransport({
    smtpUrl,
    from: 'Serene Wellbeing <noreply@example.com>',
    replyTo: 'support@example.com',
    ...(patience && { patience }),
  });
  cleanups.push(() => transport.close());
  return transport;
}

describe('SMTP transport', () => {
  it('delivers both bodies and the attachment, answers going to support, under the fixed Message-ID', async () => {
    const smtp = await start();

    expect(await connect(smtp.url).send(mail)).toEqual({ status: 'sent' });

    const [parsed] = await smtp.parsed();
    const [received] = smtp.received;
    expect(parsed).toMatchObject({ messageId: mail.messageId, subject: mail.subject, html: mail.html });
    expect(parsed?.text?.trim()).toBe('Hello');
    expect(parsed?.from?.text).toBe('"Serene Wellbeing" <noreply@example.com>');
    expect(parsed?.replyTo?.text).toBe('support@example.com');
    expect(received?.recipients).toEqual(['asha@example.com']);
    const file = parsed?.attachments.find(({ filename }) => filename === 'session.ics');
    expect(file?.content.toString()).toBe(mail.attachments[0]?.content);
    expect(received?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  it.each(['Not now', '5.7.0 No such command'])(
    'sends nothing and no password in the open where TLS is required, and waits for it (%s)',
    async (answer) => {
      const said: string[] = [];
      const server = createServer((socket) => {
        socket.write('220 mail\r\n');
        socket.setEncoding('utf8').on('data', (line: string) => {
          said.push(line);
          socket.write(line.startsWith('EHLO') ? '250-mail\r\n250 AUTH PLAIN LOGIN\r\n' : `502 ${answer}\r\n`);
        });
        socket.on('error', () => socket.destroy());
      });
      cleanups.push(() => server.close());
      const smtpUrl = `smtp://serene:8vKq2mW7@127.0.0.1:${await listenAnywhere(server)}`;
      const transport = createSmtpTransport({
        smtpUrl,
        from: 'noreply@example.com',
        replyTo: 'support@example.com',
        requireTls: true,
      });
      cleanups.push(() => transport.close());

      expect(await transport.send(mail)).toMatchObject({ status: 'retry' });

      expect(said.join('')).not.toMatch(/AUTH|MAIL FROM/);
    },
  );

  it.each(['REQUEST', 'CANCEL'])(
    'puts an invitation to %s among the bodies, where mail programs look for it (RFC 6047)',
    async (method) => {
      const smtp = await start();
      const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
      const contentType = `text/calendar; charset=utf-8; method=${method}`;
      await connect(smtp.url).send({ ...mail, attachments: [{ filename: 'session.ics', contentType, content }] });

      const raw = smtp.received[0]?.raw ?? '';
      const boundary = /multipart\/alternative;\s*boundary="([^"]+)"/i.exec(raw)?.[1] ?? 'none';
      const parts = raw.split(`--${boundary}`).slice(1, -1);
      expect(parts.map((part) => /content-type:\s*([^;\r\n]+)/i.exec(part)?.[1])).toEqual([
        'text/plain',
        'text/html',
        'text/calendar',
      ]);
      expect(parts[2]).toMatch(new RegExp(`method=${method}`));
      expect(parts[2]).not.toMatch(/content-disposition/i);
    },
  );

  it('tells mail programs how to end mails that can be switched off (RFC 8058)', async () => {
    const smtp = await start();
    const transport = connect(smtp.url);
    const unsubscribeUrl = `https://serene.example.com/api/v1/unsubscribe/${'a'.repeat(68)}`;

    await transport.send({ ...mail, unsubscribeUrl });
    await transport.send(mail);

    const [reminder, confirmation] = smtp.received.map(({ raw }) => raw.replace(/\r\n[ \t]+/g, ' '));
    expect(reminder).toContain(`List-Unsubscribe: <${unsubscribeUrl}>\r\n`);
    expect(reminder).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(confirmation).not.toContain('List-Unsubscribe');
  });

  it.each(["q#1%x={d'arcy}|^`~/&!?*$@example.com", 'info@xn--bcher-kva.example', `${'a'.repeat(64)}@example.com`])(
    'hands the address over as it is: %s',
    async (to) => {
      const smtp = await start();

      expect(await connect(smtp.url).send({ ...mail, to })).toEqual({ status: 'sent' });

      expect(smtp.received).toHaveLength(1);
      expect(smtp.received[0]?.raw.replaceAll(/\r\n /g, ' ')).toContain(`\r\nTo: ${to}\r\n`);
    },
  );

  it('lets no header and no recipient be smuggled in', async () => {
    const smtp = await start();
    const transport = connect(smtp.url);

    await transport.send({ ...mail, subject: 'New Booking Alert - Bob\r\nBcc: all@example.com\r\n\r\nPay here' });
    const bad = ['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'Bob <a@example.com>', ''];
    const outcomes = await Promise.all(bad.map((to) => transport.send({ ...mail, to })));

    expect(outcomes.map(({ status }) => status)).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]?.recipients).toEqual(['asha@example.com']);
    const [parsed] = await smtp.parsed();
    expect(parsed?.subject).toBe('New Booking Alert - Bob Bcc: all@example.com Pay here');
    expect(parsed?.bcc).toBeUndefined();
  });

  it('tells a recipient who is refused for good from one to try again', async () => {
    const smtp = await start({
      onRcptTo: ({ address }, _session, done) => {
        if (address.startsWith('gone')) return done(refusal(550, 'No such user'));
        if (address.startsWith('grey')) return done(refusal(450, 'Come back later'));
        return done();
      },
    });
    const transport = connect(smtp.url);

    const gone = await transport.send({ ...mail, to: 'gone@example.com' });
    const grey = await transport.send({ ...mail, to: 'grey@example.com' });
    const fine = await transport.send(mail);

    expect(gone).toMatchObject({ status: 'refused', reason: expect.stringContaining('No such user') });
    expect(grey).toMatchObject({ status: 'retry', reason: expect.stringContaining('Come back later') });
    expect(fine).toEqual({ status: 'sent' });
    expect(smtp.received).toHaveLength(1);
  });

  it('takes the server’s word on the content too', async () => {
    const smtp = await start({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(refusal(554, 'Looks like spam')));
      },
    });
    expect(await connect(smtp.url).send(mail)).toMatchObject({ status: 'refused' });
  });

  it('tries again after a refused sign-in: that is about us, not about the mail', async () => {
    const smtp = await start({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(refusal(535, 'Wrong password')),
    });
    const transport = createSmtpTransport({
      smtpUrl: smtp.url.replace('//', '//user:password@'),
      from: 'noreply@example.com',
      replyTo: 'support@example.com',
    });
    cleanups.push(() => transport.close());

    expect(await transport.send(mail)).toMatchObject({ status: 'retry' });
  });

  it('tries again while the server is down, silent or slow', async () => {
    const silent = createServer((socket) => socket.on('error', () => socket.destroy()));
    const silentUrl = `smtp://127.0.0.1:${await listenAnywhere(silent)}`;
    cleanups.push(() => silent.close());
    const slow = await start({
      onData: (stream) => {
        stream.resume();
      },
    });

    expect(await connect('smtp://127.0.0.1:1').send(mail)).toMatchObject({ status: 'retry' });
    expect(await connect(silentUrl, short).send(mail)).toMatchObject({ status: 'retry' });
    expect(await connect(slow.url, short).send(mail)).toMatchObject({ status: 'retry' });
  });

  it('gives up on a server that drips its greeting for ever', async () => {
    const dripping = createServer((socket) => {
      const drops = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => clearInterval(drops));
    });
    const url = `smtp://127.0.0.1:${await listenAnywhere(dripping)}`;
    cleanups.push(() => dripping.close());

    expect(await connect(url, short).send(mail)).toMatchObject({ status: 'retry' });
  });

  it('serves again once the server is back', async () => {
    let up = false;
    const smtp = await start({
      onConnect: (_session, done) => (up ? done() : done(refusal(421, 'Closed for the night'))),
    });
    const transport = connect(smtp.url);
    expect(await transport.send(mail)).toMatchObject({ status: 'retry' });

    up = true;

    expect(await transport.send(mail)).toEqual({ status: 'sent' });
    expect(smtp.received).toHaveLength(1);
  });
});
