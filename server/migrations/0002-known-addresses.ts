import type { Migration } from './migration.ts';

/** Accounts from before addresses were confirmed count as confirmed from their beginning: nobody had asked them to. */
export const knownAddresses: Migration = {
  id: '0002-known-addresses',
  up: async (connection) => {
    // Null is a new account that has not confirmed its address yet.
    const fromBefore = { emailVerifiedAt: { $exists: false } };
    await connection.collection('users').updateMany(fromBefore, [{ $set: { emailVerifiedAt: '$createdAt' } }]);
  },
};
