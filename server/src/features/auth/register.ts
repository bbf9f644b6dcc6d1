import { inTransaction } from '../../infra/mongo.ts';
import { draftAccount, keepAccount, type Registration } from './draft-account.ts';
import { draftLink, oweLink, type LinkDependencies } from './links/mailed-link.ts';
import type { UserRecord } from './user-model.ts';
import { insertUser } from './user-repository.ts';

/**
 * Creates a customer account and owes its address the link that confirms it, in one transaction (rule E1).
 * @throws AppError EMAIL_IN_USE
 */
export async function register(dependencies: LinkDependencies, registration: Registration): Promise<UserRecord> {
  const user = await draftAccount(registration, dependencies.clock.now());
  const link = draftLink(dependencies, 'verify-email');
  await keepAccount(() =>
    inTransaction(async (transaction) => {
      await insertUser(user, transaction);
      await oweLink(user, link, transaction);
    }),
  );
  return user;
}
