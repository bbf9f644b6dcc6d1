import type { UserRecord } from '../auth/index.ts';

/** What the mails about money know of the customer, and how to write to them. */
export function mailReader({ name, email, timezone, locale }: UserRecord) {
  return { name, email, timezone, locale: locale ?? null };
}
