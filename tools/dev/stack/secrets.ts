import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from '../processes/write-file.ts';

const secretsSchema = z.object({
  jwtSecret: z.string().min(32),
  razorpayKeySecret: z.string().min(1),
  razorpayWebhookSecret: z.string().min(1),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** The secrets of this machine's own stack, made at the first start and readable by their owner only. */
export function loadSecrets(file: string): Secrets {
  const known = read(file);
  if (known) return known;
  const secrets = {
    jwtSecret: randomBytes(32).toString('base64url'),
    razorpayKeySecret: randomBytes(16).toString('hex'),
    razorpayWebhookSecret: randomBytes(16).toString('hex'),
  };
  writeFileAtomically(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

function read(file: string): Secrets | null {
  if (!existsSync(file)) return null;
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // New ones end the sign-ins of this machine, no more.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
