export * from './actions.ts';
export * from './cancellation.ts';
export * from './join-window.ts';
export * from './reminders.ts';
export * from './session-status.ts';
