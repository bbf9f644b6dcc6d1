import { once } from 'node:events';
import { connect } from 'node:net';
import express from 'express';
import { createServer } from 'node:http';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openEventStream, type EventStream } from './event-stream.ts';

it('cuts off whoever reads so slowly that more than 64 KB wait unsent (V3)', async () => {
  let stream: EventStream | undefined;
  const closed = vi.fn<() => void>();
  const app = express().get('/', (_request, response) => {
    stream = openEventStream(response);
    response.once('close', closed);
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const reader = connect(port, '127.0.0.1').pause();
  reader.write('GET / HTTP/1.1\r\nHost: api\r\n\r\n');
  await vi.waitUntil(() => stream !== undefined);

  // Far more than the buffers of two sockets hold.
  for (let events = 0; events < 3_000_000 && closed.mock.calls.length === 0; events += 1_000) {
    for (let event = 0; event < 1_000; event += 1) stream?.send('changed');
    await new Promise((resolve) => setImmediate(resolve));
  }

  expect(closed).toHaveBeenCalled();
  reader.destroy();
  server.close();
});
