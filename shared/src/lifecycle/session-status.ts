export const sessionStatuses = ['pending', 'confirmed', 'in-progress', 'completed', 'cancelled', 'no-show'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** Legal transitions of a session (booking-rules "Life of a session"). Any other is `INVALID_TRANSITION`. */
export const sessionTransitions: Record<SessionStatus, readonly SessionStatus[]> = {
  pending: ['confirmed', 'cancelled'],
  confirmed: ['in-progress', 'completed', 'cancelled', 'no-show'],
  'in-progress': ['completed', 'no-show'],
  completed: ['no-show'],
  cancelled: [],
  'no-show': [],
};

/** Statuses in which a session owns its time. */
export const liveStatuses = ['pending', 'confirmed', 'in-progress'] as const satisfies readonly SessionStatus[];
