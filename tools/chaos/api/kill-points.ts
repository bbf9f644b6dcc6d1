/**
 * Where a process can be made to die, each where something is half done: in the database, at the gateway or with a mail.
 * `most` says how often a process may pass the point before it dies there, so that it gets some work done first.
 */
export const killPoints = {
  /** The gateway has made an order that nobody wrote down. */
  'after-order': { most: 8 },
  /** The gateway has said that it holds the money; nothing is settled. */
  'after-capture': { most: 6 },
  /** A key is written down, and nothing that it stands for. */
  'after-key': { most: 6 },
  /** In the middle of a hold or a free booking: the booking's row is written, nothing is committed. */
  'in-booking': { most: 8 },
  /** The booking of a key is committed; the key does not know. */
  'before-key-done': { most: 5 },
  /** In the middle of settling: payment and claim are written, the session is not, nothing is committed. */
  'in-settle': { most: 5 },
  /** All of a transaction is written, nothing is committed. */
  'before-commit': { most: 8 },
  /** A transaction is committed, with a mail in it that nobody has sent. */
  'before-mail': { most: 6 },
  /** The mail server has taken a mail; that it was sent is not written down. */
  'after-mail': { most: 10 },
  /** A refund is marked as sent, and was not. */
  'before-refund': { most: 1 },
  /** The gateway has refunded; nobody wrote that down. */
  'after-refund': { most: 1 },
  /** In the middle of a cancellation: the session is cancelled, its refund is not queued, nothing is committed. */
  'in-cancel': { most: 1 },
  /** In the middle of a reschedule: the cells have moved, nothing is committed. */
  'in-reschedule': { most: 0 },
  /** In the middle of losing a slot: the payment is decided, its refund is not queued, nothing is committed. */
  'in-slot-lost': { most: 0 },
} as const;

export type KillPoint = keyof typeof killPoints;

/** What a process says right before it dies at a point. */
export const lastWords = 'killed at the point ';
