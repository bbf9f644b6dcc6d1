import { parseArgs } from 'node:util';
import { z } from 'zod';

const optionsSchema = z.object({
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(() => Math.floor(Math.random() * 2 ** 32)),
  minutes: z.coerce.number().positive().max(120).default(3),
  customers: z.coerce.number().int().min(1).max(500).default(40),
  beside: z.string().optional(),
});
export type ChaosOptions = z.infer<typeof optionsSchema>;

/**
 * Reads `--seed N --minutes 3 --customers 40 --beside ../serene-before`; without a seed, one is drawn.
 * @throws when they are wrong
 */
export function readOptions(args: string[]): ChaosOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { seed: text, minutes: text, customers: text, beside: text } });
  return optionsSchema.parse(values);
}
