import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** How far the reminders of one offset have been written: those of all sessions that start until `until`. */
export type ReminderMarkRecord = { _id: string; until: Date };

const reminderMarkSchema = new Schema<ReminderMarkRecord>(
  {
    _id: { type: String, required: true },
    until: { type: Date, required: true },
  } satisfies SchemaFields<ReminderMarkRecord>,
  { collection: 'remindermarks', versionKey: false },
);

export const ReminderMarkModel = model('ReminderMark', reminderMarkSchema);
