import { defaultSchedule } from '@serene/shared/contracts';
import type { Migration } from './migration.ts';

/** Experts from before availability existed get the hours that a new expert starts with. */
export const defaultHours: Migration = {
  id: '0001-default-hours',
  up: async (connection) => {
    await connection
      .collection('experts')
      .updateMany({ schedule: { $exists: false } }, { $set: { schedule: defaultSchedule, scheduleVersion: 0 } });
  },
};
