import { setTimeout as wait } from 'node:timers/promises';
import type { Stack } from './stack/start-stack.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Past the leases and the holds, then over all rungs of every ladder (rule M10). */
const stepsMs = [minuteMs, 3 * minuteMs, 12 * minuteMs, 20 * minuteMs, hourMs, 6 * hourMs, dayMs, dayMs, 3 * dayMs];

const pollMs = 100;
/** A step is quiet when so many looks in a row have found nothing that is due. */
const quietLooks = 4;
const stepLimitMs = 30_000;

type Progress = (line: string) => void;

/**
 * Ends all trouble and lets the product finish what is open: one process runs the jobs, and the clock is moved over
 * every ladder, each time until nothing is due any more. What is still due at the limit is left for the invariants.
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
    if (left.length > 0) say(`  still due after ${stepLimitMs / 1000} s: ${left.join(', ')}`);
  }
}

/** @returns what is still due when the limit is reached; nothing in the good case */
async function untilQuiet(stack: Stack): Promise<string[]> {
  const deadline = performance.now() + stepLimitMs;
  let quiet = 0;
  let due: string[] = [];
  while (quiet < quietLooks && performance.now() < deadline) {
    due = await whatIsDue(stack);
    quiet = due.length === 0 ? quiet + 1 : 0;
    await wait(pollMs);
  }
  return due;
}

/** Names of the kinds of work that the product should do now. */
export async function whatIsDue({
  database,
  clock,
  sandbox,
}: Pick<Stack, 'database' | 'clock' | 'sandbox'>): Promise<string[]> {
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
  const due: string[] = [];
  for (const [name, [collection, filter]] of Object.entries(work)) {
    const count = await database.db().collection(collection).countDocuments(filter);
    if (count > 0) due.push(`${count} ${name}`);
  }
  const { webhooks } = await sandbox.state();
  const undelivered = webhooks.filter(
    ({ status, dueAt }) => status === 'pending' && Date.parse(dueAt) <= now.getTime(),
  );
  if (undelivered.length > 0) due.push(`${undelivered.length} webhooks`);
  return due;
}
