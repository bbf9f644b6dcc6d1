import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../../../infra/schema-fields.ts';
import type { FailedTry } from './wait-before-try.ts';

/** The failed tries of one account, from strangers or from its known devices. */
export type FailedTriesRecord = {
  /** A hash of the address that was typed, whether or not it has an account; or what its known devices have in common. */
  _id: string;
  failures: FailedTry[];
  revision: number;
  expiresAt: Date;
};

const failedTriesSchema = new Schema<FailedTriesRecord>(
  {
    _id: { type: String, required: true },
    failures: { type: [{ id: String, at: Date, network: String, _id: false }], default: [] },
    revision: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  } satisfies SchemaFields<FailedTriesRecord>,
  { collection: 'failedtries', versionKey: false },
);

// Only tidies up: what is older than an hour is not counted.
failedTriesSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const FailedTriesModel = model('FailedTries', failedTriesSchema);
