import { createHttpServer } from '../../../server/src/http/server.ts';
import type { Clock } from '../../../server/src/infra/clock.ts';
import { closeServer, listen } from '../processes/listen.ts';
import { createFaults } from './faults.ts';
import { createMailboxApp } from './http.ts';
import { listenForMail } from './smtp.ts';
import { createMessageStore } from './store.ts';

export type MailboxOptions = {
  /** Port of the page and the JSON list; 0 takes a free one. */
  httpPort: number;
  /** Port for SMTP; 0 takes a free one. */
  smtpPort: number;
  /** Keeps the mails between runs. */
  storageFile?: string;
  clock: Clock;
  /** Told what could not be read of that. */
  say?: (line: string) => void;
};

export type Mailbox = { url: string; smtpUrl: string; stop(): Promise<void> };

/** A mail server that delivers nothing: it shows every mail in a page on 127.0.0.1, and as JSON. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { httpPort, smtpPort, storageFile, clock, say } = options;
  const store = createMessageStore({ file: storageFile, say });
  const faults = createFaults();
  const smtp = await listenForMail({ port: smtpPort, store, faults, clock });
  const server = createHttpServer(createMailboxApp(store, faults));
  const port = await listen(server, httpPort);
  return {
    url: `http://127.0.0.1:${port}`,
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    async stop() {
      await Promise.all([smtp.close(), closeServer(server)]);
    },
  };
}
