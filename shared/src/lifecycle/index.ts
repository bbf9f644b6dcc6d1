export * from './actions.ts';
export * from './cancellation.ts';
export * from './session-status.ts';
