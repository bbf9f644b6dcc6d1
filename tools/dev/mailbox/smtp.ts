import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Clock } from '../../../server/src/infra/clock.ts';
import type { Faults } from './faults.ts';
import { parseMessage } from './message.ts';
import type { MessageStore } from './store.ts';

const largestMailBytes = 25 * 1024 * 1024;

type SmtpOptions = { port: number; store: MessageStore; faults: Faults; clock: Clock };

export type SmtpEndpoint = { port: number; close(): Promise<void> };

/** Takes mail on 127.0.0.1, from anybody, without sign-in or encryption. */
export async function listenForMail({ port, store, faults, clock }: SmtpOptions): Promise<SmtpEndpoint> {
  const sockets = new Map<number, Socket>();
  const hangUp = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<'answer' | 'silence'> => {
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    const raw = await buffer(stream);
    if (stream.sizeExceeded) throw smtpError(552, 'The mail is too large');
    const fault = faults.take(['lose-answer', 'drop', 'hang'], recipients);
    if (fault === 'hang') return 'silence';
    store.add(await parseMessage(raw, { id: store.nextId(), receivedAt: clock.now(), recipients }));
    if (fault === 'lose-answer') {
      hangUp(session);
      return 'silence';
    }
    if (fault === 'drop') setImmediate(hangUp, session);
    return 'answer';
  };

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMailBytes,
    closeTimeout: 100,
    onRcptTo({ address }, _session, callback) {
      const fault = faults.take(['reject', 'defer'], [address]);
      if (fault === 'reject') callback(smtpError(550, 'No such mailbox'));
      else if (fault === 'defer') callback(smtpError(451, 'Try again later'));
      else callback();
    },
    onData(stream, session, callback) {
      void answer(receive(stream, session), callback);
    },
  });
  // A sender that goes away in the middle is its own business.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });

  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close() {
      return new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets.values()) socket.destroy();
      });
    },
  };
}

async function answer(receipt: Promise<'answer' | 'silence'>, callback: (error?: Error) => void): Promise<void> {
  try {
    if ((await receipt) === 'answer') callback();
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)));
  }
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
