import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

export type Received = { headers: IncomingHttpHeaders; body: string; event: string };

/** A shop's webhook endpoint on a free port, which answers as it is told. */
export async function startReceiver(answer: (attempt: number) => number | 'never' = () => 200) {
  const received: Received[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      received.push({ headers: req.headers, body, event: eventSchema.parse(JSON.parse(body)).event });
      const status = answer(received.length);
      if (status !== 'never') res.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressSchema.parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    received,
    events: () => received.map(({ event }) => event),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const eventSchema = z.object({ event: z.string() });
const addressSchema = z.object({ port: z.int() });
