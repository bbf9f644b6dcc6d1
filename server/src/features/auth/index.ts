import { AuditModel } from './audit-log.ts';
import { TokenFamilyModel } from './token-family-model.ts';
import { UserModel } from './user-model.ts';

export { recordAudit, type AuditEntry } from './audit-log.ts';
export { hashPassword } from './passwords.ts';
export { register } from './register.ts';
export { authRoutes } from './routes.ts';
export { createTokens, type Tokens } from './tokens.ts';
export type { UserRecord } from './user-model.ts';
export { findUserByEmail, findUserById, findUsersByIds, grantRole, insertUser } from './user-repository.ts';
export { AuditModel, TokenFamilyModel, UserModel };

/** Every collection of this feature. */
export const authModels = [AuditModel, TokenFamilyModel, UserModel] as const;
