import type { RequestHandler } from 'express';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets requests of this machine through only; the stand-ins ask for no password. A foreign name that leads here (DNS
 * rebinding) is told by the Host, and a foreign page that posts here by its Origin. Programs send no Origin.
 */
export function localRequests(): RequestHandler {
  return ({ method, headers: { host, origin } }, response, next) => {
    const refuse = (reason: string) => response.status(403).type('text').send(`${reason}\n`);
    if (host === undefined || !isLoopback(`http://${host}`)) {
      refuse('This is a stand-in for development: call it as localhost or 127.0.0.1.');
    } else if (!readingMethods.has(method) && origin !== undefined && !isLoopback(origin)) {
      refuse('This is a stand-in for development: only pages of this machine may change something here.');
    } else next();
  };
}

/** Whether an address is nothing but scheme, loopback name and port. */
function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(origin);
  const isPlain = username === '' && password === '' && pathname === '/' && search === '' && hash === '';
  return isPlain && /^https?:$/.test(protocol) && loopbackNames.has(hostname);
}
