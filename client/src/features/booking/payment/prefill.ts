import type { User } from '@serene/shared/contracts';

/** What the gateway's checkout fills in of the customer. */
export type Prefill = { name?: string; email?: string; contact?: string };

export function prefillOf({ name, email, phone }: Pick<User, 'name' | 'email' | 'phone'>): Prefill {
  return { name, email, ...(phone === null ? {} : { contact: phone }) };
}
