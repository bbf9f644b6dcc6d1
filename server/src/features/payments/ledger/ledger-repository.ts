import type { ClientSession } from 'mongoose';
import { duplicateKeyFields } from '../../../infra/mongo.ts';
import { LedgerModel, type LedgerRecord } from './ledger-model.ts';

/** Writes a money event unless it is written already. */
export async function recordMoneyEvent(event: LedgerRecord, transaction?: ClientSession): Promise<void> {
  const { _id, ...rest } = event;
  try {
    await LedgerModel.updateOne(
      { _id },
      { $setOnInsert: rest },
      { upsert: true, ...(transaction ? { session: transaction } : {}) },
    );
  } catch (error) {
    // Two upserts at once: the other one wrote it. Inside a transaction the error must pass (rule T2).
    if (transaction === undefined && duplicateKeyFields(error) !== null) return;
    throw error;
  }
}

/** Reads the money events of some kinds from an instant on, earliest first, a few at a time however many there are. */
export function readMoneyEvents(kinds: readonly LedgerRecord['kind'][], since: Date): AsyncIterable<LedgerRecord> {
  return LedgerModel.find({ at: { $gte: since }, kind: { $in: [...kinds] } })
    .sort({ at: 1 })
    .lean()
    .cursor();
}
