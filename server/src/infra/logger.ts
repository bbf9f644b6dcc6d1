import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on standard output; secrets and personal data never reach it. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    redact: { paths: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'], remove: true },
  });
}
