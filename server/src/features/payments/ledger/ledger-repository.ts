import type { ClientSession } from 'mongoose';
import { firstStands } from '../../../infra/mongo.ts';
import { LedgerModel, type LedgerRecord } from './ledger-model.ts';

/** Writes a money event unless it is written already. */
export async function recordMoneyEvent(event: LedgerRecord, transaction?: ClientSession): Promise<void> {
  const { _id, ...rest } = event;
  const row = { $setOnInsert: rest };
  if (transaction) await LedgerModel.updateOne({ _id }, row, { upsert: true, session: transaction });
  else await firstStands(LedgerModel.updateOne({ _id }, row, { upsert: true }));
}

/** Reads the money events of some kinds from an instant on, earliest first, a few at a time however many there are. */
export function readMoneyEvents(kinds: readonly LedgerRecord['kind'][], since: Date): AsyncIterable<LedgerRecord> {
  return LedgerModel.find({ at: { $gte: since }, kind: { $in: [...kinds] } })
    .sort({ at: 1 })
    .lean()
    .cursor();
}
