import { findUserByEmail } from './user-repository.ts';

/** Whether somebody has shown that an address is theirs: that of an account, confirmed by a link that was mailed there. */
export async function isAddressProved(address: string): Promise<boolean> {
  const user = await findUserByEmail(address.toLowerCase());
  return Boolean(user?.emailVerifiedAt);
}
