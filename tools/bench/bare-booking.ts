import type { ClientSession, mongo } from 'mongoose';
import pLimit from 'p-limit';
import { BookingModel, type BookingRecord } from '../../server/src/features/booking-records/index.ts';
import { ClaimModel, type ClaimRecord } from '../../server/src/features/claims/index.ts';
import { OutboxModel, type OutboxRecord } from '../../server/src/features/notifications/index.ts';
import {
  ChargeModel,
  LedgerModel,
  PaymentModel,
  WebhookEventModel,
  type PaymentRecord,
} from '../../server/src/features/payments/index.ts';
import { SessionModel, type SessionRecord } from '../../server/src/features/sessions/index.ts';
import { copyBooking, type BookedDocuments } from './booked-documents.ts';
import { benchNow } from './fixtures.ts';
import { eventsOfPayment } from './gateway-traffic.ts';
import type { Wish } from './market.ts';

type EventRow = { _id: string; status: string; nextAttemptAt: Date; payload: object };

/** The same admission and the same guarantees as `inTransaction` gives (rule T1). */
const admit = pLimit(8);
const guarantees = {
  readPreference: 'primary',
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
} as const;

/**
 * The floor of a booking: the plain driver writes the documents of a booking, in transactions and single writes as the
 * API does. It reads nothing, checks nothing and could not be repeated safely.
 */
export class BareBooking {
  private readonly client: mongo.MongoClient;
  private readonly collections;
  private readonly original: BookedDocuments;

  constructor(client: mongo.MongoClient, dbName: string, original: BookedDocuments) {
    const db = client.db(dbName);
    this.client = client;
    this.original = original;
    this.collections = {
      payments: db.collection<PaymentRecord>(PaymentModel.collection.collectionName),
      bookings: db.collection<BookingRecord>(BookingModel.collection.collectionName),
      claims: db.collection<ClaimRecord>(ClaimModel.collection.collectionName),
      charges: db.collection<BookedDocuments['charge']>(ChargeModel.collection.collectionName),
      sessions: db.collection<SessionRecord>(SessionModel.collection.collectionName),
      outbox: db.collection<OutboxRecord>(OutboxModel.collection.collectionName),
      ledger: db.collection<{ _id: string }>(LedgerModel.collection.collectionName),
      events: db.collection<EventRow>(WebhookEventModel.collection.collectionName),
    };
  }

  async book(wish: Wish): Promise<void> {
    const documents = copyBooking(this.original, wish);
    await this.hold(documents);
    await this.openOrder(documents);
    await this.settle(documents);
  }

  /** A booking, and the rows of the gateway's events about it: each kept, then marked as processed. */
  async bookWithEvents(wish: Wish): Promise<void> {
    const documents = copyBooking(this.original, wish);
    await this.hold(documents);
    await this.openOrder(documents);
    await Promise.all([this.settle(documents), this.keepEvents(documents)]);
  }

  /** Booking, claim and payment; fails on a slot that is taken. */
  async holdOnly(wish: Wish): Promise<void> {
    await this.hold(copyBooking(this.original, wish));
  }

  private async hold({ payment, booking, claim }: BookedDocuments): Promise<void> {
    const { orderId: _none, nextCheckAt: _never, ...fresh } = payment;
    await this.inTransaction(async (transaction) => {
      await this.collections.bookings.insertOne(booking, { session: transaction });
      await this.collections.payments.insertOne(
        { ...fresh, status: 'created', chargeId: null, sessionId: null },
        { session: transaction },
      );
      await this.collections.claims.insertOne(
        { ...claim, kind: 'hold', expiresAt: claim.startsAt },
        { session: transaction },
      );
    });
  }

  private async openOrder({ payment, ledger: [order] }: BookedDocuments): Promise<void> {
    const { _id, orderId, nextCheckAt } = payment;
    await this.collections.payments.updateOne({ _id }, { $set: { orderId, nextCheckAt } });
    if (order) await this.collections.ledger.insertOne(order);
  }

  private async keepEvents({ payment: { orderId }, charge: { providerPaymentId } }: BookedDocuments): Promise<void> {
    for (const event of eventsOfPayment) {
      const _id = `bare:${event}:${providerPaymentId}`;
      const row = { _id, event, orderId, providerPaymentId, nextAttemptAt: benchNow, receivedAt: benchNow };
      await this.collections.events.insertOne({ ...row, status: 'noted', payload: row });
      await this.collections.events.updateOne({ _id }, { $set: { status: 'processed' } });
    }
  }

  private async settle({ payment, claim, charge, session, mails, ledger }: BookedDocuments): Promise<void> {
    const [, capture, settled] = ledger;
    const { collections } = this;
    if (!capture || !settled) throw new Error('the original booking has no full ledger');
    await collections.ledger.insertOne(capture);
    await collections.charges.insertOne(charge);
    const { status, chargeId, sessionId } = payment;
    await this.inTransaction(async (transaction) => {
      const options = { session: transaction };
      await collections.payments.updateOne({ _id: payment._id }, { $set: { status, chargeId, sessionId } }, options);
      await collections.claims.updateOne(
        { _id: claim._id },
        { $set: { kind: 'session' }, $unset: { expiresAt: 1 } },
        options,
      );
      await collections.sessions.insertOne(session, options);
      await collections.outbox.insertMany(mails, options);
      await collections.ledger.insertOne(settled, options);
    });
  }

  private async inTransaction(work: (transaction: ClientSession) => Promise<void>): Promise<void> {
    await admit(() => this.client.withSession((session) => session.withTransaction(work, guarantees)));
  }
}
