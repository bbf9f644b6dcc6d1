import type { AvailabilityChange } from '@serene/shared/contracts';
import { hoursOf, isWorkingTime } from '@serene/shared/scheduling';
import type { ClientSession, Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction, transactionDeadline } from '../../infra/mongo.ts';
import { recordAudit } from '../auth/index.ts';
import {
  assertPayablePrices,
  compareAndSetAvailability,
  findStoredExpert,
  type AvailabilitySettings,
  type ExpertRecord,
} from '../experts/index.ts';
import { findLiveSessionsOfExpert, type SessionRecord } from '../sessions/index.ts';
import { mergeSchedule } from './merge-schedule.ts';

type SaveAvailability = {
  expertId: Types.ObjectId;
  change: AvailabilityChange;
  /** The admin who does it for the expert, which leaves a row in the audit log; null for the expert. */
  adminId: Types.ObjectId | null;
};

/** How often a save that others overtook is merged anew. */
const maximumTries = 10;

/**
 * Changes an expert's hours and whether they accept each booking first, and raises the version of their schedule, which a booking on its way notices (rule S5).
 * Of two saves at once neither is lost: the second is merged with the first. Sessions that were booked stay booked.
 * @returns the expert, and the live sessions ahead that the new hours leave outside
 * @throws AppError NOT_FOUND, VALIDATION_FAILED, BUSY
 */
export async function saveAvailability(
  { clock }: { clock: Clock },
  save: SaveAvailability,
): Promise<{ expert: ExpertRecord; stranded: SessionRecord[] }> {
  const deadline = transactionDeadline();
  for (let tries = 1; tries <= maximumTries; tries += 1) {
    const before = await findStoredExpert(save.expertId);
    if (!before) throw notFound('The expert');
    const schedule = mergeSchedule(before.schedule, save.change);
    if (save.change.durations !== undefined) assertPayablePrices(before, schedule.durations);
    const after = { schedule, requiresApproval: save.change.requiresApproval ?? before.requiresApproval };
    const expert = await write({ before, after, adminId: save.adminId, at: clock.now(), deadline });
    if (expert) return { expert, stranded: await findStranded(expert, clock.now()) };
  }
  throw new AppError('BUSY', 'Your hours are being changed elsewhere right now. Try again.', { retryAfterSeconds: 1 });
}

type Write = {
  before: ExpertRecord;
  after: AvailabilitySettings;
  adminId: Types.ObjectId | null;
  at: Date;
  deadline: number;
};

async function write({ before, after, adminId, at, deadline }: Write): Promise<ExpertRecord | null> {
  const work = async (transaction: ClientSession) => {
    const expert = await compareAndSetAvailability(before, after, transaction);
    if (expert && adminId) {
      const states = { before: auditedOf(before), after: auditedOf(after) };
      await recordAudit(
        { actorId: adminId, action: 'availability.save', target: expert._id, ...states, at },
        transaction,
      );
    }
    return expert;
  };
  return inTransaction(work, { deadline });
}

function auditedOf({ schedule, requiresApproval }: AvailabilitySettings) {
  return { ...schedule, requiresApproval };
}

async function findStranded({ _id, schedule }: ExpertRecord, now: Date): Promise<SessionRecord[]> {
  const hours = hoursOf(schedule);
  const sessions = await findLiveSessionsOfExpert(_id, now);
  return sessions.filter(
    ({ startsAt, endsAt }) => !isWorkingTime(hours, { start: startsAt.getTime(), end: endsAt.getTime() }),
  );
}
