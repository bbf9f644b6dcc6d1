import type { Model } from 'mongoose';
import { authModels } from './features/auth/index.ts';
import { availabilityModels } from './features/availability/index.ts';
import { ClaimModel } from './features/claims/index.ts';
import { ExpertModel } from './features/experts/index.ts';
import { OutboxModel } from './features/notifications/index.ts';
import { ChargeModel, LedgerModel, PaymentModel, RefundModel } from './features/payments/index.ts';
import { SessionModel } from './features/sessions/index.ts';
import { LeaseModel } from './infra/leases.ts';

/** Every collection, for creating and verifying indexes. */
export const models: readonly Pick<Model<unknown>, 'schema' | 'collection' | 'createCollection' | 'createIndexes'>[] = [
  ...authModels,
  ...availabilityModels,
  ClaimModel,
  ExpertModel,
  OutboxModel,
  ChargeModel,
  LedgerModel,
  PaymentModel,
  RefundModel,
  SessionModel,
  LeaseModel,
];
