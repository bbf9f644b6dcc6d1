export { busyUntilOf } from './busy-until.ts';
export { ClaimModel, type ClaimRecord } from './model.ts';
export * from './repository.ts';
