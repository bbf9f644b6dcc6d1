import { AppError } from '../errors.ts';

export type QueueLimits = {
  /** How much runs at a time in this process. */
  together: number;
  /** How much of that is one person's: the others' work must find room beside it. */
  perPerson: number;
  /** How much more of one person's may wait; beyond it they are told to come back. */
  waitingPerPerson: number;
};

/** What wants its turn. */
export type Turn = {
  /** Undefined for jobs, webhooks and whoever is not signed in: they are not limited. */
  person: string | undefined;
  /** Whose time is written; of one expert's there is never more than one at a time. Undefined where it is nobody's. */
  expert: string | undefined;
  /** How long it waits before it is given up, in milliseconds of real time. */
  patienceMs: number;
};

/**
 * Runs work when its turn comes.
 * @throws AppError TOO_MANY_REQUESTS where the person has too much waiting already, BUSY where the turn does not come
 */
export type TransactionQueue = <T>(turn: Turn, work: () => Promise<T>) => Promise<T>;

type Waiting = Turn & { start: () => void };

/**
 * First come, first served, except that others pass while as much of one person's or one expert's runs as may. Writers of
 * one expert's time would only meet in the database and try again, and a rush for one expert would take every place.
 */
export function createTransactionQueue({ together, perPerson, waitingPerPerson }: QueueLimits): TransactionQueue {
  const waiting: Waiting[] = [];
  const running: Turn[] = [];

  const mayStart = ({ person, expert }: Turn) =>
    running.length < together &&
    (person === undefined || running.filter((other) => other.person === person).length < perPerson) &&
    (expert === undefined || !running.some((other) => other.expert === expert));
  const startAllThatMay = () => {
    for (let index = waiting.findIndex(mayStart); index !== -1; index = waiting.findIndex(mayStart)) {
      for (const next of waiting.splice(index, 1)) {
        running.push(next);
        next.start();
      }
    }
  };
  const comesInTime = (turn: Turn) =>
    new Promise<Waiting>((resolve, reject) => {
      const entry: Waiting = {
        ...turn,
        start: () => {
          clearTimeout(timer);
          resolve(entry);
        },
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(busy());
      }, turn.patienceMs);
      waiting.push(entry);
      startAllThatMay();
      const { person } = turn;
      if (person === undefined || waiting.filter((other) => other.person === person).length <= waitingPerPerson) return;
      clearTimeout(timer);
      waiting.pop();
      reject(tooMany());
    });

  return async (turn, work) => {
    const entry = await comesInTime(turn);
    try {
      return await work();
    } finally {
      running.splice(running.indexOf(entry), 1);
      startAllThatMay();
    }
  };
}

/** What a caller is told whose transaction could not be made in time. */
export function busy(cause?: unknown): AppError {
  return new AppError('BUSY', 'The service is busy. Try again in a moment.', { cause, retryAfterSeconds: 1 });
}

function tooMany(): AppError {
  return new AppError('TOO_MANY_REQUESTS', 'Several of your changes are in progress. Wait a second, then try again.', {
    retryAfterSeconds: 1,
  });
}
