import { createServer } from 'node:http';
import type { Express } from 'express';
import { z } from 'zod';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config/config.ts';
import { gatewaysOf } from '../../server/src/gateways/payment/registry.ts';
import { createLogger } from '../../server/src/infra/logger.ts';
import { connectDatabase, ensureIndexes } from '../../server/src/infra/mongo.ts';
import { models } from '../../server/src/models.ts';
import { createBareApi } from './bare-api.ts';
import { benchClock } from './fixtures.ts';
import { InstantGateway } from './instant-gateway.ts';

// The API and its floor on one database, in a process without the load generator; `start-api.ts` runs it.
const [uri, dbName] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(2));
const read = readConfig({
  NODE_ENV: 'test',
  MONGODB_URI: uri,
  JWT_SECRET: 'a secret of thirty-two bytes or more',
  RAZORPAY_KEY_ID: 'rzp_test_bench',
  RAZORPAY_KEY_SECRET: 'never asked for',
  RAZORPAY_WEBHOOK_SECRET: 'never asked for',
  SMTP_URL: 'smtp://127.0.0.1:1',
  RATE_LIMITS: 'off',
  MARKETPLACE: 'on',
});
if ('problems' in read) throw new Error(read.problems.join('; '));

process.once('disconnect', () => process.exit());
await connectDatabase(uri, dbName);
await ensureIndexes(models);
const gateways = gatewaysOf(new InstantGateway());
const parts = { config: read.config, clock: benchClock, logger: createLogger('warn'), gateways };
const apiUrl = await listen(createApp(parts));
const bareUrl = await listen(createBareApi({ uri, dbName, apiUrl }));
process.send?.({ apiUrl, bareUrl });

async function listen(app: Express): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${address.port}`;
}
