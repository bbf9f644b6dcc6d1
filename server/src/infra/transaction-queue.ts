import { AppError } from '../errors.ts';

export type QueueLimits = {
  /** How much runs at a time in this process. */
  together: number;
  /** How much of that is one person's: the others' work must find room beside it. */
  perPerson: number;
  /** How much more of one person's may wait; beyond it they are told to come back. */
  waitingPerPerson: number;
};

type Waiting = { person: string | undefined; start: () => void };

/** Runs work when its turn comes. @throws AppError TOO_MANY_REQUESTS where the person has too much waiting already */
export type TransactionQueue = <T>(person: string | undefined, work: () => Promise<T>) => Promise<T>;

/** First come, first served, except that one person's work lets others pass while as much of theirs runs as may. */
export function createTransactionQueue({ together, perPerson, waitingPerPerson }: QueueLimits): TransactionQueue {
  const waiting: Waiting[] = [];
  const runningOf = new Map<string, number>();
  let running = 0;

  const mayStart = ({ person }: Waiting) => person === undefined || (runningOf.get(person) ?? 0) < perPerson;
  const count = (person: string | undefined, change: 1 | -1) => {
    running += change;
    if (person === undefined) return;
    const now = (runningOf.get(person) ?? 0) + change;
    if (now === 0) runningOf.delete(person);
    else runningOf.set(person, now);
  };
  // One place is taken or given back at a time, so at most one more can start.
  const startNext = () => {
    const index = running < together ? waiting.findIndex(mayStart) : -1;
    const [next] = index === -1 ? [] : waiting.splice(index, 1);
    if (!next) return;
    count(next.person, 1);
    next.start();
  };

  return async (person, work) => {
    const turn = new Promise<void>((resolve) => {
      waiting.push({ person, start: resolve });
    });
    startNext();
    if (person !== undefined && waiting.filter((other) => other.person === person).length > waitingPerPerson) {
      waiting.pop();
      throw new AppError('TOO_MANY_REQUESTS', 'Several of your changes are under way. Wait a second, then try again.', {
        retryAfterSeconds: 1,
      });
    }
    await turn;
    try {
      return await work();
    } finally {
      count(person, -1);
      startNext();
    }
  };
}
