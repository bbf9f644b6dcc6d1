import { AuditModel, FailedTriesModel, LinkModel, TokenFamilyModel, UserModel } from './features/auth/index.ts';
import { NetworkFreeSessionsModel } from './features/bookings/index.ts';
import { FeedModel } from './features/feeds/index.ts';
import { IdempotencyKeyModel } from './features/idempotency/index.ts';
import { ClaimModel } from './features/claims/index.ts';
import { BookmarkModel, CounterModel, DocumentModel } from './features/documents/index.ts';
import { BookingModel } from './features/booking-records/index.ts';
import { SessionTypeModel } from './features/offers/index.ts';
import { ExpertModel } from './features/experts/index.ts';
import { MailboxCountModel, OutboxModel } from './features/notifications/index.ts';
import {
  ChargeModel,
  DisputeModel,
  GatewayPauseModel,
  LedgerModel,
  NetworkHoldsModel,
  PaymentModel,
  RefundModel,
  WebhookEventModel,
} from './features/payments/index.ts';
import { ReminderMarkModel, SessionModel } from './features/sessions/index.ts';
import { RateCountModel } from './http/use-count-model.ts';
import { LeaseModel } from './infra/leases.ts';
import type { IndexedModel } from './infra/mongo.ts';

/** Every collection, for creating and verifying indexes. */
export const models: readonly IndexedModel[] = [
  AuditModel,
  FailedTriesModel,
  LinkModel,
  TokenFamilyModel,
  UserModel,
  ClaimModel,
  IdempotencyKeyModel,
  FeedModel,
  ExpertModel,
  BookingModel,
  SessionTypeModel,
  MailboxCountModel,
  OutboxModel,
  ChargeModel,
  DisputeModel,
  GatewayPauseModel,
  LedgerModel,
  NetworkFreeSessionsModel,
  NetworkHoldsModel,
  PaymentModel,
  RefundModel,
  WebhookEventModel,
  SessionModel,
  ReminderMarkModel,
  BookmarkModel,
  CounterModel,
  DocumentModel,
  LeaseModel,
  RateCountModel,
];
