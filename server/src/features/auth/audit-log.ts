import { model, Schema, type ClientSession, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** Who changed what of somebody else's: one row for each act of an admin, never changed afterwards. */
export type AuditEntry = {
  actorId: Types.ObjectId;
  /** What was done, such as `availability.save`. */
  action: string;
  /** What it was done to: the document's id; a mail's is its key. */
  target: Types.ObjectId | string;
  before: unknown;
  after: unknown;
  at: Date;
};

const auditSchema = new Schema<AuditEntry>(
  {
    actorId: { type: Schema.Types.ObjectId, required: true },
    action: { type: String, required: true },
    target: { type: Schema.Types.Mixed, required: true },
    before: { type: Schema.Types.Mixed },
    after: { type: Schema.Types.Mixed },
    at: { type: Date, required: true },
  } satisfies SchemaFields<AuditEntry>,
  { collection: 'auditlog', versionKey: false, minimize: false },
);

auditSchema.index({ target: 1, at: 1 });

export const AuditModel = model('AuditEntry', auditSchema);

/** Records an act in the transaction that does it, so that neither is ever without the other. */
export async function recordAudit(entry: AuditEntry, transaction: ClientSession): Promise<void> {
  await AuditModel.create([entry], { session: transaction });
}
