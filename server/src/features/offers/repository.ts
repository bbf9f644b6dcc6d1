import type { ClientSession, Types } from 'mongoose';
import { SessionTypeModel, type SessionTypeRecord } from './model.ts';

export async function insertSessionType(type: SessionTypeRecord, transaction: ClientSession): Promise<void> {
  await SessionTypeModel.create([type], { session: transaction });
}

export async function findSessionType(id: Types.ObjectId): Promise<SessionTypeRecord | null> {
  return SessionTypeModel.findById(id).lean();
}

/** Every session type of an expert, active or not: shortest first, then cheapest, then by title (rule F5). */
export async function findSessionTypesOf(
  expertId: Types.ObjectId,
  transaction?: ClientSession,
): Promise<SessionTypeRecord[]> {
  const types: SessionTypeRecord[] = await SessionTypeModel.find({ expertId })
    .session(transaction ?? null)
    .lean();
  return types.toSorted(
    (one, other) =>
      one.durationMinutes - other.durationMinutes ||
      one.priceMinor - other.priceMinor ||
      one.title.localeCompare(other.title) ||
      one._id.toHexString().localeCompare(other._id.toHexString()),
  );
}

/** What is saved of a session type; its place among the cards is arranged apart, and raises no version. */
export type SessionTypeChange = Partial<
  Omit<SessionTypeRecord, '_id' | 'version' | 'expertId' | 'position' | 'createdAt'>
>;

/**
 * Changes a session type if nobody saved it since it was read.
 * @returns it as it is stored now; null when its version has moved on, or it is gone
 */
export async function compareAndSetSessionType(
  { _id, version }: Pick<SessionTypeRecord, '_id' | 'version'>,
  changed: SessionTypeChange,
  transaction: ClientSession,
): Promise<SessionTypeRecord | null> {
  return SessionTypeModel.findOneAndUpdate(
    { _id, version },
    { $set: { ...changed, version: version + 1 } },
    { returnDocument: 'after', session: transaction },
  ).lean();
}

/** @returns false when it was gone, or has been saved since it was read */
export async function deleteSessionTypeRow(
  { _id, version }: Pick<SessionTypeRecord, '_id' | 'version'>,
  transaction: ClientSession,
): Promise<boolean> {
  return (await SessionTypeModel.deleteOne({ _id, version }, { session: transaction })).deletedCount === 1;
}

/** Puts a session type at its place among the cards; this is no change of what is offered. */
export async function setPosition(id: Types.ObjectId, position: number, transaction: ClientSession): Promise<void> {
  await SessionTypeModel.updateOne({ _id: id }, { $set: { position } }, { session: transaction });
}
