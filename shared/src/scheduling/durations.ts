/** How long a session is, in minutes: one of `durations`. */
export type Duration = number;

/** The lengths that experts choose from for their hourly offer, in minutes, shortest first: the one list (rule F2). */
export const durations: readonly Duration[] = [30, 60, 90, 120];
