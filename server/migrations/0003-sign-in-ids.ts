import { Types } from 'mongoose';
import type { Migration } from './migration.ts';

/** Sign-ins from before they had an id of their own get one, so that their owner sees and ends them in the settings. */
export const signInIds: Migration = {
  id: '0003-sign-in-ids',
  up: async (connection) => {
    const families = connection.collection('refreshtokens');
    const without = { signInId: { $exists: false } };
    for (;;) {
      const given = await families.updateOne(without, { $set: { signInId: new Types.ObjectId() } });
      if (given.matchedCount === 0) return;
    }
  },
};
