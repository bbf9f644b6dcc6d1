import { z } from 'zod';

/**
 * What can be made to go wrong:
 * - `reject`: the recipient is refused for good (550)
 * - `defer`: the recipient is refused for now (451)
 * - `lose-answer`: the mail is kept, and the connection ends before the 250 reaches the sender
 * - `drop`: the connection ends right after the 250
 * - `hang`: the mail is taken and never answered
 */
export const faultSchema = z.strictObject({
  kind: z.enum(['reject', 'defer', 'lose-answer', 'drop', 'hang']),
  /** Only for mails to this address; otherwise for all. */
  recipient: z.email().optional(),
  /** For how many mails; then it is over. */
  times: z.int().min(1).max(10_000).default(1),
});

export type Fault = z.infer<typeof faultSchema>;
export type FaultKind = Fault['kind'];

export type Faults = {
  set(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** The fault of one of these kinds that is due for one of these recipients, counted as used. */
  take(kinds: readonly FaultKind[], recipients: readonly string[]): FaultKind | null;
};

/** No faults, until some are set. */
export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    set(fault) {
      faults.push(fault);
    },
    list: () => faults,
    clear() {
      faults = [];
    },
    take(kinds, recipients) {
      const due = faults.find(
        ({ kind, recipient }) => kinds.includes(kind) && (recipient === undefined || recipients.includes(recipient)),
      );
      if (!due) return null;
      due.times -= 1;
      faults = faults.filter(({ times }) => times > 0);
      return due.kind;
    },
  };
}
