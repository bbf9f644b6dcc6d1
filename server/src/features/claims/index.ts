export { ClaimModel, type ClaimRecord } from './model.ts';
export * from './repository.ts';
