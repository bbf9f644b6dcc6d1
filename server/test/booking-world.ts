import {
  defaultSchedule,
  endpoints,
  errorEnvelopeSchema,
  type ErrorEnvelope,
  type Role,
  type Schedule,
  type Session,
} from '@serene/shared/contracts';
import { priceMinor, toMajorUnits } from '@serene/shared/money';
import { type Duration, wallClockAt } from '@serene/shared/scheduling';
import { createServer, type Server } from 'node:http';
import type { Express } from 'express';
import { Types } from 'mongoose';
import request, { type Response } from 'supertest';
import { z } from 'zod';
import { startSandbox, type RunningSandbox } from '../../tools/dev/sandbox/index.ts';
import { createApp } from '../src/app.ts';
import { readConfig, type Config } from '../src/config/config.ts';
import { createTokens, UserModel } from '../src/features/auth/index.ts';
import { ExpertModel, type ExpertRecord } from '../src/features/experts/index.ts';
import type { PaymentGateway } from '../src/gateways/payment/port.ts';
import { createRazorpayGateway } from '../src/gateways/payment/razorpay/gateway.ts';
import { gatewaysOf, type Gateways } from '../src/gateways/payment/registry.ts';
import { createLogger, type Logger } from '../src/infra/logger.ts';
import { models } from '../src/models.ts';
import { askSandbox, gatewayStateSchema } from './sandbox-doors.ts';
import { buildSignIn } from './sign-ins.ts';
import { createTestClock, type TestClock } from './test-clock.ts';
import { closeTestDatabase, emptyWritten, openTestDatabase } from './test-database.ts';

export const keys = {
  keyId: 'rzp_test_sandbox0000001',
  keySecret: 'sandbox_key_secret_01',
  webhookSecret: 'sandbox_webhook_secret_01',
};

/** Somebody who is signed in. */
export type TestPerson = { userId: Types.ObjectId; email: string; readonly token: string };

type Outcome = 'captured' | 'failed' | 'authorized' | 'late';
export type CheckoutReport = { razorpay_order_id: string; razorpay_payment_id: string; razorpay_signature: string };

type Signer = { userId: Types.ObjectId; expertId: Types.ObjectId | null; admin?: boolean };

/** The slot that most tests are about: Thursday 15 January 2026, 14:00 in India. */
export const thursdayAt2 = '2026-01-15T08:30:00.000Z';

/** What the server signs with. */
export const jwtSecret = 'a secret of thirty-two bytes or more';

/** The real application on a real database against the sandbox gateway, on a clock that stands until it is moved. */
export class BookingWorld {
  readonly clock: TestClock;
  readonly config: Config;
  readonly gateway: PaymentGateway;
  readonly gateways: Gateways;
  readonly app: Express;
  /** One listening server for all requests of a test file. */
  readonly server: Server;
  readonly sandbox: RunningSandbox;
  readonly supportEmail = 'support@example.com';
  readonly logger = createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent');
  /** Whether nobody else writes to the database. */
  private readonly isAlone: boolean;
  private readonly sign: (principal: Signer) => string;

  private constructor(parts: { clock: TestClock; config: Config; sandbox: RunningSandbox; isAlone: boolean }) {
    this.isAlone = parts.isAlone;
    this.clock = parts.clock;
    this.config = parts.config;
    this.sandbox = parts.sandbox;
    this.gateway = createRazorpayGateway({
      ...keys,
      webhookSecrets: [keys.webhookSecret],
      baseUrl: parts.sandbox.url,
      timeoutMs: 2_000,
    });
    this.gateways = gatewaysOf(this.gateway);
    this.app = createApp({ ...parts, gateways: this.gateways, logger: this.logger });
    this.server = createServer(this.app).listen(0, '127.0.0.1');
    const tokens = createTokens({ secret: parts.config.JWT_SECRET, clock: parts.clock });
    this.sign = ({ userId, expertId, admin = false }) => {
      const roles: Role[] = expertId ? ['customer', 'expert'] : ['customer'];
      return tokens.signAccessToken({ userId, signInId: userId, expertId, roles: admin ? [...roles, 'admin'] : roles });
    };
  }

  /** @param uri a database of the test's own; otherwise the one of the test run */
  static async open(name: string, uri?: string): Promise<BookingWorld> {
    const clock = createTestClock();
    await openTestDatabase(name, models, uri);
    const sandbox = await startSandbox({ ...keys, clock, port: 0 });
    const read = readConfig({
      NODE_ENV: 'test',
      MONGODB_URI: 'mongodb://given-by-the-test',
      JWT_SECRET: jwtSecret,
      RAZORPAY_KEY_ID: keys.keyId,
      RAZORPAY_KEY_SECRET: keys.keySecret,
      RAZORPAY_WEBHOOK_SECRET: keys.webhookSecret,
      RAZORPAY_BASE_URL: sandbox.url,
      SMTP_URL: 'smtp://127.0.0.1:1',
      RATE_LIMITS: 'off',
      MARKETPLACE: 'on',
    });
    if ('problems' in read) throw new Error(read.problems.join('; '));
    return new BookingWorld({ clock, sandbox, config: read.config, isAlone: uri === undefined });
  }

  async close(): Promise<void> {
    this.server.close();
    await this.sandbox.close();
    await closeTestDatabase();
  }

  /** Empties the collections and the list of faults, so that tests do not see each other. */
  async reset(): Promise<void> {
    this.clock.moveTo('2026-01-12T06:00:00Z');
    // Others may have written to a database of the test's own: processes that were killed, say.
    await (this.isAlone ? emptyWritten() : Promise.all(models.map((model) => model.collection.deleteMany({}))));
    await this.clearFaults();
  }

  async customer(name = 'Asha Nair', timezone = 'Asia/Kolkata'): Promise<TestPerson> {
    const userId = new Types.ObjectId();
    const email = `${name.toLowerCase().replaceAll(' ', '.')}.${userId.toHexString()}@example.com`;
    await UserModel.create({
      _id: userId,
      name,
      email,
      emailVerifiedAt: this.clock.now(),
      passwordHash: null,
      phone: null,
      roles: ['customer'],
      timezone,
      createdAt: this.clock.now(),
    });
    await buildSignIn(userId, this.clock.now());
    return Object.assign(this.signedIn({ userId, expertId: null }), { userId, email });
  }

  async admin(): Promise<TestPerson> {
    const { userId, email } = await this.customer('Meera Joshi');
    return Object.assign(this.signedIn({ userId, expertId: null, admin: true }), { userId, email });
  }

  /** An expert who works Monday to Friday, 9 to 5 in India, for 1,500 rupees an hour. */
  async expert(
    overrides: Partial<Omit<ExpertRecord, 'schedule'>> & { schedule?: Partial<Schedule> } = {},
  ): Promise<ExpertRecord & { token: string }> {
    const owner = await this.customer('Sarah Khan');
    const { schedule, ...profile } = overrides;
    const record: ExpertRecord = {
      _id: new Types.ObjectId(),
      userId: owner.userId,
      slug: `sarah-khan-${owner.userId.toHexString()}`,
      name: 'Dr. Sarah Khan',
      avatar: '',
      category: 'Clinical Psychologist',
      headline: '',
      about: '',
      languages: ['English'],
      rateMinor: 150_000,
      currency: 'INR',
      ratingSum: 0,
      ratingCount: 0,
      ratingAverage: 0,
      isActive: true,
      requiresApproval: false,
      cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 0 },
      schedule: { ...defaultSchedule, ...schedule },
      scheduleVersion: 0,
      searchText: 'dr. sarah khan',
      createdAt: this.clock.now(),
      ...profile,
    };
    await ExpertModel.create(record);
    return Object.assign(this.signedIn({ userId: owner.userId, expertId: record._id }), record);
  }

  /** The token is made when it is used, so that it is valid however far the clock was moved. */
  private signedIn(principal: Signer): { readonly token: string } {
    const { sign } = this;
    return {
      get token() {
        return sign(principal);
      },
    };
  }

  /** The body of create-order for an instant, as the picker sends it. */
  orderBody(expert: ExpertRecord, startsAt = thursdayAt2, duration: Duration = 60) {
    const { date, time } = wallClockAt(Date.parse(startsAt), expert.schedule.timezone);
    return {
      amount: toMajorUnits(priceMinor(expert.rateMinor, duration), expert.currency),
      currency: expert.currency,
      notes: {
        expertId: expert._id.toHexString(),
        sessionDate: date,
        sessionTime: time,
        duration,
        timezone: expert.schedule.timezone,
        startsAt,
      },
    };
  }

  createOrder(person: TestPerson, body: object): Promise<Response> {
    return this.post('/payments/create-order', person, body);
  }

  /** Holds a slot and expects that to work. */
  async hold(person: TestPerson, expert: ExpertRecord, startsAt?: string, duration?: Duration) {
    const response = await this.createOrder(person, this.orderBody(expert, startsAt, duration));
    return endpoints['POST /payments/create-order'].responses[201].parse(expectStatus(response, 201));
  }

  /** The customer pays at the gateway; the answer is what the checkout hands to the page. */
  async pay(orderId: string, outcome: Outcome = 'captured'): Promise<CheckoutReport> {
    const report = await this.control('POST', `/orders/${orderId}/pay`, { outcome });
    return z
      .object({ razorpay_order_id: z.string(), razorpay_payment_id: z.string(), razorpay_signature: z.string() })
      .parse(report);
  }

  verify(person: TestPerson, report: CheckoutReport): Promise<Response> {
    return this.post('/payments/verify', person, report);
  }

  /** Holds, pays and verifies, and expects that to work. */
  async book(person: TestPerson, expert: ExpertRecord, startsAt?: string, duration?: Duration): Promise<Session> {
    const order = await this.hold(person, expert, startsAt, duration);
    const response = await this.verify(person, await this.pay(order.orderId));
    return endpoints['POST /payments/verify'].responses[200].parse(expectStatus(response, 200)).session;
  }

  post(path: string, person: { token: string }, body: object): Promise<Response> {
    return request(this.server).post(`/api/v1${path}`).set('Authorization', `Bearer ${person.token}`).send(body);
  }

  get(path: string, person: { token: string }): Promise<Response> {
    return request(this.server).get(`/api/v1${path}`).set('Authorization', `Bearer ${person.token}`);
  }

  put(path: string, person: { token: string }, body: object): Promise<Response> {
    return request(this.server).put(`/api/v1${path}`).set('Authorization', `Bearer ${person.token}`).send(body);
  }

  patch(path: string, person: { token: string }, body: object): Promise<Response> {
    return request(this.server).patch(`/api/v1${path}`).set('Authorization', `Bearer ${person.token}`).send(body);
  }

  delete(path: string, person: { token: string }): Promise<Response> {
    return request(this.server).delete(`/api/v1${path}`).set('Authorization', `Bearer ${person.token}`);
  }

  async fault(fault: object): Promise<void> {
    await this.control('POST', '/faults', { api: [fault] });
  }

  async clearFaults(): Promise<void> {
    await this.control('DELETE', '/faults');
  }

  /** What the gateway knows. */
  async gatewayState() {
    return gatewayStateSchema.parse(await this.control('GET', '/state'));
  }

  /** The doors of the sandbox for what happens at the gateway without us; its README lists them. */
  control(method: string, path: string, body?: object): Promise<unknown> {
    return askSandbox(`${this.sandbox.url}/_sandbox${path}`, { method, body });
  }
}

/** The application of a world once more, with its limits on or another log. */
export function appOf(
  { config, clock, gateways, logger }: BookingWorld,
  changed: { limits?: 'on'; logger?: Logger; databasePatienceMs?: number } = {},
): Express {
  const { limits, logger: log = logger, ...more } = changed;
  const changedConfig = { ...config, ...(limits && { RATE_LIMITS: limits }) };
  return createApp({ config: changedConfig, clock, gateways, logger: log, ...more });
}

/** The body of an answer that must have this status. */
export function expectStatus(response: Response, status: number): unknown {
  if (response.status !== status) {
    throw new Error(`expected ${status}, got ${response.status}: ${JSON.stringify(response.body)}`);
  }
  return response.body;
}

/** The error of an answer, as the envelope of the contracts. */
export function errorOf(response: Response): ErrorEnvelope['error'] {
  return errorEnvelopeSchema.parse(response.body).error;
}
