import express from 'express';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './log-request.ts';

describe('the log line of a request', () => {
  it('does not tell the secret of a link', async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    const app = express();
    app.use(pinoHttp({ logger, serializers: { req: withoutSecrets } }));
    app.use((_request, response) => void response.end());

    for (const path of ['/api/v1/feeds/secret.ics', '/api/v1/unsubscribe/secret?a=1', '/api/v1/experts/sarah']) {
      await request(app).get(path);
    }

    expect(lines.map((line) => JSON.parse(line).req.url)).toEqual([
      '/api/v1/feeds/…',
      '/api/v1/unsubscribe/…?a=1',
      '/api/v1/experts/sarah',
    ]);
    expect(lines.join('')).not.toContain('secret');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ req: { method: 'GET' }, res: { statusCode: 200 } });
  });
});
