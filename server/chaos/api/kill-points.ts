/**
 * Where a process can be made to die, each where something is half done: in the database, at the gateway or with a mail.
 * The numbers say how often a process may pass the point before it dies there, so that it gets some work done first.
 */
export const killPoints = {
  /** The gateway has made an order that nobody wrote down. */
  'after-order': { least: 3, most: 25 },
  /** The gateway has said that it holds the money; nothing is settled. */
  'after-capture': { least: 1, most: 20 },
  /** In the middle of settling: payment and claim are written, the session is not, nothing is committed. */
  'in-settle': { least: 1, most: 15 },
  /** All of a transaction is written, nothing is committed. */
  'before-commit': { least: 1, most: 30 },
  /** A transaction is committed, with a mail in it that nobody has sent. */
  'before-mail': { least: 1, most: 20 },
  /** The mail server has taken a mail; that it was sent is not written down. */
  'after-mail': { least: 1, most: 40 },
  /** A refund is marked as sent, and was not. */
  'before-refund': { least: 0, most: 3 },
  /** The gateway has refunded; nobody wrote that down. */
  'after-refund': { least: 0, most: 3 },
  /** In the middle of a cancellation: the session is cancelled, its refund is not queued, nothing is committed. */
  'in-cancel': { least: 0, most: 3 },
  /** In the middle of a reschedule: the cells have moved, nothing is committed. */
  'in-reschedule': { least: 0, most: 2 },
  /** In the middle of losing a slot: the payment is decided, its refund is not queued, nothing is committed. */
  'in-slot-lost': { least: 0, most: 1 },
} as const;

export type KillPoint = keyof typeof killPoints;

/** What a process says right before it dies at a point. */
export const lastWords = 'killed at the point ';
