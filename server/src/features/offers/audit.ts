import type { ClientSession, Types } from 'mongoose';
import { recordAudit } from '../auth/index.ts';
import type { SessionTypeRecord } from './model.ts';

/** The admin who changes an offer for its expert, which leaves a row in the audit log; null for the expert. */
export type AdminId = Types.ObjectId | null;

type OfferAct = {
  adminId: AdminId;
  action: 'offer.create' | 'offer.save' | 'offer.delete';
  before: SessionTypeRecord | null;
  after: SessionTypeRecord | null;
  at: Date;
};

/** Records what an admin did to an offer, in the transaction that does it. */
export async function recordOfferAct({ adminId, ...act }: OfferAct, transaction: ClientSession): Promise<void> {
  const target = (act.after ?? act.before)?._id;
  if (adminId === null || target === undefined) return;
  await recordAudit({ actorId: adminId, target, ...act }, transaction);
}
