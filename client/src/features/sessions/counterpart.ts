import type { Session } from '@serene/shared/contracts';

type Person = { id: string; name: string; avatar: string; detail: string };

/** The other person of a session: the customer for its expert, the expert for everybody else. */
export function counterpart({ customer, expert }: Pick<Session, 'customer' | 'expert'>): Person {
  return customer === undefined
    ? { ...expert, detail: expert.category }
    : { id: customer.id, name: customer.name, avatar: '', detail: customer.email };
}
