export { AuditModel, recordAudit } from './audit-log.ts';
export { register } from './register.ts';
export { switchRemindersOff, wantsReminders } from './reminder-setting.ts';
export { authRoutes } from './routes.ts';
export { TokenFamilyModel } from './token-family-model.ts';
export { createTokens } from './tokens.ts';
export { UserModel, type UserRecord } from './user-model.ts';
export { findUserByEmail, findUserById, findUsersByIds, grantRole, insertUser } from './user-repository.ts';
