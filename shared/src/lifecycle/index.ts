export { allowedActions, hasLapsed, type ActionableSession, type SessionAction } from './actions.ts';
export {
  cancellationRefund,
  freeCancellationUntil,
  type CancellationQuestion,
  type SessionRole,
} from './cancellation.ts';
export { isJoinable, joinWindow } from './join-window.ts';
export { isReminded, remindersAhead, spokenDistance } from './reminders.ts';
export { liveStatuses, sessionStatuses, sessionTransitions, type SessionStatus } from './session-status.ts';
