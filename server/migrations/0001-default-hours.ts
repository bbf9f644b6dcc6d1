import { defaultSchedule } from '@serene/shared/contracts';
import type { Migration } from './migration.ts';

/** Experts from before availability existed get the hours that a new expert starts with. */
export const defaultHours: Migration = {
  id: '0001-default-hours',
  up: async (connection) => {
    // Matches a schedule that is absent and one that is null.
    const withoutHours = { schedule: null };
    const given = { schedule: defaultSchedule, scheduleVersion: 0 };
    await connection.collection('experts').updateMany(withoutHours, { $set: given });
  },
};
