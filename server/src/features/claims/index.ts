export { busyUntilOf } from './busy-until.ts';
export { ClaimModel, type ClaimRecord } from './model.ts';
export {
  deleteEndedClaims,
  deleteExpiredHold,
  deleteHold,
  deleteSoldClaim,
  extendHold,
  extendHoldOnce,
  findBusy,
  findClaim,
  findClaimsOnCells,
  findExpiredHolds,
  findHold,
  findHoldsAboutToEnd,
  findLiveHolds,
  insertClaim,
  isLiveHold,
  moveClaim,
  sellHold,
} from './repository.ts';
