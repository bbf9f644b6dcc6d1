import { join } from 'node:path';
import { z } from 'zod';
import { createClock } from '../../../server/src/infra/clock.ts';
import { startSandbox } from './sandbox.ts';

/** Runs the sandbox as a process of its own, from its environment, until SIGINT or SIGTERM. */

const optional = z
  .string()
  .optional()
  .transform((text) => text || undefined);

const environmentSchema = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  RAZORPAY_KEY_ID: z.string().min(1),
  RAZORPAY_KEY_SECRET: z.string().min(1),
  RAZORPAY_WEBHOOK_SECRET: z.string().min(1),
  WEBHOOK_URL: optional.pipe(z.url().optional()),
  WEBHOOK_LADDER_SCALE: z.coerce.number().min(0).default(1),
  DATA_DIR: z.string().min(1),
  CLOCK_FILE: optional,
  CLOCK_OFFSET: optional,
});

async function main(): Promise<void> {
  const parsed = environmentSchema.safeParse(process.env);
  if (!parsed.success) throw new Error(`The sandbox's environment is incomplete.\n${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  const sandbox = await startSandbox({
    port: env.SANDBOX_PORT,
    keyId: env.RAZORPAY_KEY_ID,
    keySecret: env.RAZORPAY_KEY_SECRET,
    webhookSecret: env.RAZORPAY_WEBHOOK_SECRET,
    webhookUrl: env.WEBHOOK_URL,
    webhookLadderScale: env.WEBHOOK_LADDER_SCALE,
    storageFile: join(env.DATA_DIR, 'sandbox.json'),
    clock: createClock({
      ...(env.CLOCK_OFFSET === undefined ? {} : { offset: env.CLOCK_OFFSET }),
      ...(env.CLOCK_FILE === undefined ? {} : { offsetFile: env.CLOCK_FILE }),
    }),
    logger: console,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      sandbox.close().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
  // Whoever waits for this line may end the process right after it.
  console.log(`Razorpay sandbox listening on ${sandbox.url}`);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

main().catch(fail);
