import { parseArgs } from 'node:util';
import { currencySchema, defaultSchedule, emailSchema, nameSchema, timezoneSchema } from '@serene/shared/contracts';
import { z } from 'zod';

export const usage = `Usage:
  account admin  --email meera@example.com --name "Meera Joshi"
  account expert --email asha@example.com --name "Asha Rao" --rate 1500 [--currency INR] [--category Coaching]
Both take --timezone (default ${defaultSchedule.timezone}). The rate is for an hour, 0 is free. The database is that of MONGODB_URI.
The password of a new account is read from the terminal or from standard input; where none is given, one is made up.
An account whose password was chosen before the address was confirmed may be a stranger's, and gets no role, even if its
owner has confirmed the address since. Have its owner choose a new password by the link "Forgot your password?", or add
--take-over: the account gets your --name and a new password, and all that its maker holds ends (sign-ins, emailed links,
calendar feeds).`;

const person = {
  email: emailSchema,
  name: nameSchema,
  timezone: timezoneSchema.default(defaultSchedule.timezone),
  'take-over': z.boolean().default(false),
};

const orderSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('admin'), ...person }),
  z.strictObject({
    role: z.literal('expert'),
    ...person,
    /** Per hour, in major units of the currency. */
    rate: z
      .string('is missing')
      .regex(/^\d{1,9}(\.\d{1,3})?$/, 'must be a price like 1500 or 99.50')
      .transform(Number),
    currency: currencySchema.default('INR'),
    category: z.string().trim().min(1).max(80).default('General'),
  }),
]);

/** Whom to make what. */
export type AccountOrder = z.infer<typeof orderSchema>;

/** Reads the command line. @returns the order, or in words everything that is wrong with it */
export function readOrder(args: readonly string[]): { order: AccountOrder } | { problem: string } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        timezone: { type: 'string' },
        'take-over': { type: 'boolean' },
        rate: { type: 'string' },
        currency: { type: 'string' },
        category: { type: 'string' },
      },
    });
    const [role, ...rest] = positionals;
    if (rest.length > 0) return { problem: `What is ${rest.join(' ')}? A name of two words needs quotes.` };
    const result = orderSchema.safeParse({ role, ...values });
    if (result.success) return { order: result.data };
    return { problem: result.error.issues.map(describeIssue).join('\n') };
  } catch (error) {
    // An option that there is not, or one without its value.
    if (error instanceof TypeError && 'code' in error) return { problem: error.message };
    throw error;
  }
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return path[0] === 'role' ? 'Say admin or expert.' : `${path.length > 0 ? `--${path.join('.')}: ` : ''}${message}`;
}
