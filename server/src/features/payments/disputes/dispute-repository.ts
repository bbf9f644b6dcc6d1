import type { ClientSession } from 'mongoose';
import { DisputeModel, type DisputeRecord } from './dispute-model.ts';

/** Statuses in which the bank has not decided yet. */
const openStatuses = ['open', 'under_review'] as const;

export function isOpen({ status }: Pick<DisputeRecord, 'status'>): boolean {
  return openStatuses.some((open) => open === status);
}

export async function findDispute(disputeId: string, session?: ClientSession): Promise<DisputeRecord | null> {
  return DisputeModel.findById(disputeId)
    .session(session ?? null)
    .lean();
}

/** The latest disputes, newest first. */
export async function findLatestDisputes(limit: number): Promise<DisputeRecord[]> {
  return DisputeModel.find().sort({ openedAt: -1, _id: -1 }).limit(limit).lean();
}

/** Disputes that the bank has not decided, as far as we know. */
export async function findOpenDisputes(limit: number): Promise<DisputeRecord[]> {
  return DisputeModel.find({ status: { $in: [...openStatuses] } })
    .sort({ updatedAt: 1 })
    .limit(limit)
    .lean();
}

export async function insertDispute(dispute: DisputeRecord, session: ClientSession): Promise<void> {
  await DisputeModel.create([dispute], { session });
}

/** Writes the news of a dispute by compare-and-set (rule T4). @returns false when somebody was first */
export async function updateDispute(
  before: DisputeRecord,
  { status, phase, respondBy, updatedAt }: DisputeRecord,
  session: ClientSession,
): Promise<boolean> {
  const result = await DisputeModel.updateOne(
    { _id: before._id, status: before.status },
    { $set: { status, phase, respondBy, updatedAt } },
    { session },
  );
  return result.matchedCount === 1;
}
