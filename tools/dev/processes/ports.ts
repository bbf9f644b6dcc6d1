import { createServer } from 'node:net';

/** Both families: browsers resolve `localhost` to either, so a port that somebody has on `::1` is not free for us. */
const loopbacks = ['127.0.0.1', '::1'];

/** Whether a server could listen on this loopback port now. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of loopbacks) {
    const outcome = await tryListen(port, host);
    if (outcome === 'taken') return false;
  }
  return true;
}

/** A loopback port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => {
          if (typeof address === 'object' && address !== null) resolve(address.port);
        });
      });
    });
    if (await isPortFree(port)) return port;
  }
}

function tryListen(port: number, host: string): Promise<'free' | 'taken' | 'absent'> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve('taken');
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('absent');
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve('free');
      });
    });
  });
}
