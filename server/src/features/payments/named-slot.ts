/** The slot as `POST /sessions` names it: wall clock in the expert's zone. */
export type NamedSlot = {
  expertId: string;
  scheduledDate: string;
  scheduledTime: string;
  duration: number;
  /** ISO 8601; tells apart the two instants of a time that exists twice (rule S6). */
  startsAt?: string | undefined;
};
