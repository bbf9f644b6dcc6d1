import { setTimeout as wait } from 'node:timers/promises';
import type { Stack } from './stack/start-stack.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Past the leases and the holds, then over all rungs of every ladder (rule M10). */
const stepsMs = [minuteMs, 3 * minuteMs, 12 * minuteMs, 20 * minuteMs, hourMs, 6 * hourMs, dayMs, dayMs, 3 * dayMs];

const pollMs = 100;
/** Looking counts through every collection, which the database would rather spend on the work: the less often the more is due. */
const busyPollMs = 1_000;
const pollMsForEachDue = 10;
/** A step is quiet when so many looks in a row have found nothing that is due. */
const quietLooks = 4;
/** A step is given up when nothing has become less for so long: how much there is to do depends on the machine. */
const standstillMs = 30_000;

type Due = { name: string; count: number };
const sumOf = (due: readonly Due[]) => due.reduce((sum, { count }) => sum + count, 0);
/** `91 orders to check, 2 refunds` */
export const describeDue = (due: readonly Due[]) => due.map(({ name, count }) => `${count} ${name}`).join(', ');

type Progress = (line: string) => void;

/**
 * Ends all trouble and lets the product finish what is open: one process runs the jobs, and the clock is moved over
 * every ladder, each time until nothing is due any more. What is still due then is left for the invariants.
 */
export async function settleDown(stack: Stack, say: Progress): Promise<void> {
  const { sandbox, postOffice, apis, database, clock } = stack;
  await sandbox.clearFaults();
  await sandbox.addFaults({ webhooks: { duplicated: false, dropped: false, delayed: 0, reordered: false } });
  postOffice.faults.clear();
  for (const api of apis) await api.kill();
  await database.freeRowsOfTheDead();
  const { refunds } = await sandbox.state();
  for (const { id } of refunds.filter(({ status }) => status === 'pending'))
    await sandbox.finishRefund(id, 'processed');
  await apis[0].start({ jobs: 'eager' });
  for (const step of stepsMs) {
    clock.moveBy(step);
    const left = await untilQuiet(stack);
    if (left.length > 0) say(`  nothing moves any more: ${describeDue(left)}`);
  }
}

/** @returns what is still due when nothing moves any more; nothing in the good case */
async function untilQuiet(stack: Stack): Promise<Due[]> {
  let deadline = performance.now() + standstillMs;
  let least = Infinity;
  let quiet = 0;
  let due: Due[] = [];
  while (quiet < quietLooks && performance.now() < deadline) {
    due = await whatIsDue(stack);
    quiet = due.length === 0 ? quiet + 1 : 0;
    if (sumOf(due) < least) deadline = performance.now() + standstillMs;
    least = Math.min(least, sumOf(due));
    await wait(Math.min(busyPollMs, pollMs + pollMsForEachDue * sumOf(due)));
  }
  return due;
}

/** The kinds of work that the product should do now, and how much of each. */
export async function whatIsDue({
  database,
  clock,
  sandbox,
}: Pick<Stack, 'database' | 'clock' | 'sandbox'>): Promise<Due[]> {
  const now = clock.now();
  const work = {
    'mails to send': ['outbox', { status: { $in: ['queued', 'sending'] }, nextAttemptAt: { $lte: now } }],
    'webhook events': ['webhookevents', { status: 'received', nextAttemptAt: { $lte: now } }],
    'orders to check': ['payments', { nextCheckAt: { $lte: now } }],
    refunds: ['refunds', { status: { $in: ['queued', 'sent'] }, nextAttemptAt: { $lte: now } }],
    'expired holds': ['slotclaims', { kind: 'hold', expiresAt: { $lte: now } }],
    'unanswered requests': ['sessions', { status: 'pending', answerBy: { $lte: now } }],
    'sessions to begin': ['sessions', { status: 'confirmed', startsAt: { $lte: now } }],
    'sessions to complete': ['sessions', { status: 'in-progress', endsAt: { $lte: new Date(now.getTime() - hourMs) } }],
  } as const;
  const due: Due[] = [];
  for (const [name, [collection, filter]] of Object.entries(work)) {
    const count = await database.db().collection(collection).countDocuments(filter);
    if (count > 0) due.push({ name, count });
  }
  const { webhooks } = await sandbox.state();
  const undelivered = webhooks.filter(
    ({ status, dueAt }) => status === 'pending' && Date.parse(dueAt) <= now.getTime(),
  );
  if (undelivered.length > 0) due.push({ name: 'webhooks', count: undelivered.length });
  return due;
}
