import mongoose from 'mongoose';
import { z } from 'zod';
import { createOrderBodySchema } from '@serene/shared/contracts';
import { createLinkTokens, isAddressProved, register } from '../src/features/auth/index.ts';
import { cancelSession, rescheduleSession } from '../src/features/bookings/index.ts';
import { issueDueDocuments } from '../src/features/documents/index.ts';
import { drainOutbox } from '../src/features/notifications/index.ts';
import { createOrder, readOrder, sendRefunds, settle } from '../src/features/payments/index.ts';
import { readOffsets, reasonToSkip, remind, remindersBefore } from '../src/features/sessions/index.ts';
import type { MailTransport } from '../src/gateways/mail/port.ts';
import { createSmtpTransport } from '../src/gateways/mail/smtp.ts';
import type { PaymentGateway } from '../src/gateways/payment/port.ts';
import { createRazorpayGateway } from '../src/gateways/payment/razorpay/gateway.ts';
import { gatewaysOf } from '../src/gateways/payment/registry.ts';
import { createLogger } from '../src/infra/logger.ts';
import { seller } from './seller.ts';
import { tokenOf } from './mail-data.ts';

/** What the process does, and the step at which it kills itself. */
export const crashPlanSchema = z.object({
  uri: z.string(),
  dbName: z.string(),
  gateway: z.object({ keyId: z.string(), keySecret: z.string(), baseUrl: z.string() }),
  now: z.iso.datetime(),
  killAt: z.discriminatedUnion('step', [
    /**
     * The first (or `nth`) command to a collection, or to the transaction: right before it is sent, or right after it
     * was acknowledged.
     */
    z.object({
      step: z.literal('database'),
      command: z.string(),
      collection: z.string().optional(),
      when: z.enum(['before', 'after']),
      nth: z.int().min(1).default(1),
    }),
    z.object({
      step: z.literal('gateway'),
      call: z.enum(['openCheckout', 'fetchAttempt', 'capture', 'refund']),
      when: z.enum(['before', 'after']),
    }),
    /** The hand-over of a mail: `after` the server took it, when nobody knows yet. */
    z.object({ step: z.literal('mail'), when: z.enum(['before', 'after']) }),
  ]),
  action: z.discriminatedUnion('do', [
    z.object({ do: z.literal('create-order'), userId: z.string(), order: createOrderBodySchema }),
    z.object({ do: z.literal('register'), email: z.string() }),
    z.object({ do: z.literal('send-refunds') }),
    z.object({ do: z.literal('settle'), paymentId: z.string(), providerPaymentId: z.string() }),
    z.object({ do: z.literal('cancel'), sessionId: z.string(), userId: z.string() }),
    z.object({ do: z.literal('reschedule'), sessionId: z.string(), userId: z.string(), startsAt: z.iso.datetime() }),
    z.object({ do: z.literal('number-documents') }),
    z.object({ do: z.literal('remind'), offsets: z.array(z.string()) }),
    z.object({
      do: z.literal('drain-outbox'),
      smtpUrl: z.string(),
      frontendUrl: z.string(),
      offsets: z.array(z.string()),
    }),
  ]),
});
export type CrashPlan = z.input<typeof crashPlanSchema>;

const plan = crashPlanSchema.parse(JSON.parse(process.argv[2] ?? ''));
await run();

async function run(): Promise<void> {
  await mongoose.connect(plan.uri, { dbName: plan.dbName, autoIndex: false, monitorCommands: true });
  watchDatabase();
  const clock = { now: () => new Date(plan.now) };
  const gateways = gatewaysOf(watchGateway(createRazorpayGateway({ ...plan.gateway, webhookSecrets: [] })));
  const { action } = plan;
  if (action.do === 'register') {
    const linkTokens = createLinkTokens('a secret of thirty-two bytes or more');
    const { email } = action;
    await register({ clock, linkTokens }, { name: 'Asha Rao', email, password: 'a long password' });
  } else if (action.do === 'create-order') {
    const userId = new mongoose.Types.ObjectId(action.userId);
    await createOrder(
      { clock, gateways, logger: createLogger('silent'), holdMinutes: 10 },
      { ...(await readOrder(action.order, userId)), network: null },
    );
  } else if (action.do === 'cancel' || action.do === 'reschedule') {
    const { sessionId } = action;
    const principal = { userId: new mongoose.Types.ObjectId(action.userId), roles: [], expertId: null };
    await (action.do === 'cancel'
      ? cancelSession({ clock }, { sessionId, principal })
      : rescheduleSession({ clock }, { sessionId, principal, startsAt: new Date(action.startsAt) }));
  } else if (action.do === 'send-refunds') {
    await sendRefunds({ clock, gateways, logger: createLogger('silent'), supportEmail: 'support@example.com' });
  } else if (action.do === 'remind') {
    await remind({ clock, logger: createLogger('silent'), offsets: readOffsets(action.offsets) });
  } else if (action.do === 'drain-outbox') {
    const { smtpUrl, frontendUrl } = action;
    const offsets = readOffsets(action.offsets);
    const addresses = { from: 'noreply@example.com', replyTo: 'support@example.com' };
    await drainOutbox({
      transport: watchMail(createSmtpTransport({ smtpUrl, ...addresses })),
      clock,
      logger: createLogger('silent'),
      brand: { name: 'Serene', supportEmail: addresses.replyTo, senderEmail: addresses.from, frontendUrl },
      isAddressProved,
      reasonToSkip: (mail) => reasonToSkip(mail, { now: clock.now(), offsets }),
      remindersBefore: (mail) => remindersBefore(mail, { now: clock.now(), offsets }),
      limits: 'off',
      unsubscribeUrl: (readerId) => `${frontendUrl}/unsubscribe/${readerId}`,
      isLinkWorthMailing: () => Promise.resolve(true),
      tokenOf,
    });
  } else if (action.do === 'number-documents') {
    await issueDueDocuments({ clock, seller, logger: createLogger('silent') });
  } else {
    const paymentId = new mongoose.Types.ObjectId(action.paymentId);
    const { providerPaymentId } = action;
    await settle({ clock, gateways, logger: createLogger('silent') }, { paymentId, providerPaymentId });
  }
  // The step was never reached: the parent must notice.
  process.exit(0);
}

/** Nothing runs after this line: no finally, no exit handler, no answer. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function watchDatabase(): void {
  const { killAt } = plan;
  if (killAt.step !== 'database') return;
  const client = mongoose.connection.getClient();
  const wanted = new Set<number>();
  let left = killAt.nth;
  client.on('commandStarted', (event) => {
    const collection: unknown = event.command[killAt.command];
    if (event.commandName !== killAt.command) return;
    if (killAt.collection !== undefined && collection !== killAt.collection) return;
    left -= 1;
    if (left > 0) return;
    if (killAt.when === 'before') die();
    else wanted.add(event.requestId);
  });
  client.on('commandSucceeded', (event) => {
    if (wanted.has(event.requestId)) die();
  });
}

function watchGateway(gateway: PaymentGateway): PaymentGateway {
  const { killAt } = plan;
  if (killAt.step !== 'gateway') return gateway;
  const { call, when } = killAt;
  const dieAround = <T>(work: () => Promise<T>) => dieAt(when, work);
  if (call === 'openCheckout') {
    return { ...gateway, openCheckout: (request) => dieAround(() => gateway.openCheckout(request)) };
  }
  if (call === 'fetchAttempt') {
    return { ...gateway, fetchAttempt: (id) => dieAround(() => gateway.fetchAttempt(id)) };
  }
  if (call === 'refund') {
    return { ...gateway, refund: (request) => dieAround(() => gateway.refund(request)) };
  }
  return { ...gateway, capture: (payment) => dieAround(() => gateway.capture(payment)) };
}

function watchMail(transport: MailTransport): MailTransport {
  const { killAt } = plan;
  if (killAt.step !== 'mail') return transport;
  return { send: (mail) => dieAt(killAt.when, () => transport.send(mail)), close: () => transport.close() };
}

async function dieAt<T>(when: 'before' | 'after', work: () => Promise<T>): Promise<T> {
  if (when === 'before') die();
  const answer = await work();
  die();
  return answer;
}
