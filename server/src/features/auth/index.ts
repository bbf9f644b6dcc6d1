export { AuditModel, recordAudit } from './audit-log.ts';
export { createDeviceCookie } from './guessing/device-cookie.ts';
export { FailedTriesModel } from './guessing/failed-tries-model.ts';
export { createPasswordGuard } from './guessing/password-guard.ts';
export { isAddressProved } from './is-address-proved.ts';
export { LinkModel } from './links/link-model.ts';
export { accountLinkRoutes } from './links/link-routes.ts';
export { createLinkTokens } from './links/link-tokens.ts';
export { isLinkWorthMailing } from './links/worth-mailing.ts';
export { grantFromSignIn } from './live-sign-in.ts';
export { register } from './register.ts';
export { switchRemindersOff, wantsReminders } from './reminder-setting.ts';
export { authRoutes } from './routes.ts';
export { TokenFamilyModel, type TokenFamilyRecord } from './token-family-model.ts';
export { createTokens } from './tokens.ts';
export { UserModel, type UserRecord } from './user-model.ts';
export {
  countFreeBooking,
  findUserByEmail,
  findUserById,
  findUsersByIds,
  grantRole,
  insertUser,
} from './user-repository.ts';
export { vouchForAccount, type VouchedAccount, type VouchedPerson } from './vouch-for-account.ts';
