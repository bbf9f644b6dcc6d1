import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { testUri } from './test-uri.ts';

/** The line between a test and its database, which can be held still or cut: what a server that hangs or dies looks like. */
export type DatabaseLine = {
  /** The connection string that leads over this line. */
  uri: string;
  /** Nothing passes in either direction, and no connection breaks. */
  hang(): void;
  resume(): void;
  /** Every connection breaks; new ones can be made. */
  cut(): void;
  close(): Promise<void>;
};

/** Opens a line to the database of the test run. */
export async function openDatabaseLine(): Promise<DatabaseLine> {
  const database = new URL(testUri());
  const sockets = new Set<Socket>();
  let hanging = false;
  const server = createServer((near) => {
    const far = connect(Number(database.port), database.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => undefined);
      from.once('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (hanging) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;

  const uri = new URL(database);
  uri.host = `127.0.0.1:${address.port}`;
  uri.searchParams.delete('replicaSet');
  uri.searchParams.set('directConnection', 'true');
  return {
    uri: uri.href,
    hang() {
      hanging = true;
      for (const socket of sockets) socket.pause();
    },
    resume() {
      hanging = false;
      for (const socket of sockets) socket.resume();
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
