import type { ClientSession } from 'mongoose';
import { DisputeModel, type DisputeRecord } from './dispute-model.ts';

/** Statuses in which the bank has not decided yet. */
const openStatuses = ['open', 'under_review'] as const;

export function isOpen({ status }: Pick<DisputeRecord, 'status'>): boolean {
  return openStatuses.some((open) => open === status);
}

export async function findDispute(disputeId: string, transaction?: ClientSession): Promise<DisputeRecord | null> {
  return DisputeModel.findById(disputeId)
    .session(transaction ?? null)
    .lean();
}

/** The latest disputes, newest first. */
export async function findLatestDisputes(limit: number): Promise<DisputeRecord[]> {
  return DisputeModel.find().sort({ openedAt: -1, _id: -1 }).limit(limit).lean();
}

/** Disputes that the bank has not decided, as far as we know; first those that were not looked at for longest. */
export async function findOpenDisputes(limit: number): Promise<DisputeRecord[]> {
  return DisputeModel.find({ status: { $in: [...openStatuses] } })
    .sort({ updatedAt: 1 })
    .limit(limit)
    .lean();
}

/** Puts an open dispute behind the others that are to be asked about. */
export async function noteLooked(disputeId: string, now: Date): Promise<void> {
  await DisputeModel.updateOne({ _id: disputeId, status: { $in: [...openStatuses] } }, { $set: { updatedAt: now } });
}

export async function insertDispute(dispute: DisputeRecord, transaction: ClientSession): Promise<void> {
  await DisputeModel.create([dispute], { session: transaction });
}

/** Writes the news of a dispute by compare-and-set (rule T4). @returns false when somebody was first */
export async function updateDispute(
  before: DisputeRecord,
  { status, lostMinor, phase, respondBy, updatedAt }: DisputeRecord,
  transaction: ClientSession,
): Promise<boolean> {
  const result = await DisputeModel.updateOne(
    { _id: before._id, status: before.status },
    { $set: { status, lostMinor, phase, respondBy, updatedAt } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}
