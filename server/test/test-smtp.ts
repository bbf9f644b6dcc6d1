import type { Server } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

type ReceivedMail = { raw: string; recipients: string[] };

export type TestSmtp = {
  url: string;
  received: ReceivedMail[];
  parsed(): Promise<ParsedMail[]>;
  close(): void;
};

/** A real SMTP server on a free port that keeps what it takes; `behaviour` replaces parts of it. */
export async function startTestSmtp(behaviour: SMTPServerOptions = {}): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ raw: Buffer.concat(chunks).toString(), recipients });
        done();
      });
    },
    ...behaviour,
  });
  server.on('error', () => {
    // Clients that hang up are part of the tests.
  });
  return {
    url: `smtp://127.0.0.1:${await listenAnywhere(server.server)}`,
    received,
    parsed: () => Promise.all(received.map(({ raw }) => simpleParser(raw))),
    close: () => server.close(),
  };
}

/** Listens on a free port of this machine. */
export async function listenAnywhere(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** What a handler of the server answers with, e.g. `refusal(550, 'No such user')`. */
export function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
