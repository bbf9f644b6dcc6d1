import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from './actors/api-client.ts';
import { liveAsCustomer } from './actors/customer.ts';
import { KnownKeys } from './actors/known-keys.ts';
import { openMarket } from './actors/market.ts';
import { offerTypes } from './actors/offer-types.ts';
import { liveAsSeller } from './actors/sell.ts';
import { liveAsAdmin, liveAsExpert } from './actors/staff.ts';
import type { World } from './actors/world.ts';
import { checkBooks } from './invariants/check-books.ts';
import { checkInvariants, type Witnessed } from './invariants/check-invariants.ts';
import { createRandom, type Random } from './random.ts';
import { describeDue, settleDown, whatIsDue } from './settle-down.ts';
import { buildApi, thisRelease } from './stack/build-api.ts';
import { startStack, type Stack } from './stack/start-stack.ts';
import { Tally } from './tally.ts';
import { breakGateways } from './trouble/break-gateways.ts';
import { killAgainAndAgain, killDatabase } from './trouble/kill-processes.ts';
import { moveTime } from './trouble/move-time.ts';

const progressMs = 10_000;
const lookMs = 200;

export type ChaosPlan = {
  seed: number;
  /** How long the trouble lasts; settling down comes on top. */
  troubleMs: number;
  /** Where given, the trouble ends as soon as this is so: what is enough does not depend on the machine. */
  isEnough?: (tally: Tally) => boolean;
  customers: number;
  /** The entry of the server under test; tests may compose another one. */
  entry?: string;
  /** The folder of a checkout of the release before, whose API is then the second process (rule N3). */
  releaseBefore?: string;
  say: (line: string) => void;
};

/** Runs the real stack through trouble, lets it settle down, and checks the invariants. @returns what was counted and found */
export async function runChaos(plan: ChaosPlan): Promise<Tally> {
  const tally = new Tally();
  const programs = await buildPrograms(plan);
  const stack = await startStack(programs, (line) => noteLog(line, tally));
  let isFine = false;
  try {
    const witnessed = await makeTrouble({ stack, tally }, plan);
    plan.say('The trouble is over; everything may settle down.');
    await settleDown(stack, plan.say);
    const left = await whatIsDue(stack);
    if (left.length > 0) tally.violate('work is left over', describeDue(left));
    tally.violations.push(...(await checkInvariants(stack, witnessed)), ...(await checkBooks(stack)));
    await countOutcome({ stack, tally });
    isFine = tally.violations.length === 0;
  } finally {
    if (!isFine) plan.say(`The logs are in ${stack.folder}`);
    await stack.stop({ keepLogs: !isFine });
    for (const program of Object.values(programs)) {
      for (const file of [program, `${program}.map`]) await rm(file, { force: true });
    }
  }
  return tally;
}

const entryPath = 'tools/chaos/api/main.ts';

async function buildPrograms({ entry, releaseBefore }: ChaosPlan) {
  const name = `api-${process.pid}`;
  const program = await buildApi(entry ?? join(thisRelease, entryPath), name);
  if (releaseBefore === undefined) return { program };
  return { program, programBefore: await buildApi(join(releaseBefore, entryPath), name, releaseBefore) };
}

type Scene = { stack: Stack; tally: Tally };

async function makeTrouble({ stack, tally }: Scene, plan: ChaosPlan): Promise<Witnessed> {
  const { customers, say } = plan;
  const random = createRandom(plan.seed);
  const disturbances: number[] = [];
  const note = () => disturbances.push(Date.now());
  // The first start makes the indexes.
  await stack.apis[0].start({});
  const market = await openMarket(stack.database, customers);
  const api = new ApiClient({ stack, tally, random: random.fork('client') });
  if (!stack.isMixed) await offerTypes({ api, market });
  await stack.apis[0].kill();
  const knownKeys = new KnownKeys();
  const world: World = { stack, tally, market, api, paymentIds: [], knownKeys };
  const role = (part: string): { random: Random; signal: AbortSignal } => ({ random: random.fork(part), signal });
  const signal = endOfTrouble(tally, plan);
  const progress = setInterval(() => say(describeProgress(tally)), progressMs);
  try {
    const killers = stack.apis.map((api, index) => killAgainAndAgain(world, { ...role(`killer ${index}`), api }, note));
    await wait(2_000);
    await Promise.all([
      ...killers,
      killDatabase(world, role('database'), note),
      breakGateways(world, role('gateways')),
      moveTime(world, role('time'), note),
      liveAsAdmin(world, role('admin')),
      ...market.experts.map((expert, index) => liveAsExpert(world, expert, role(`expert ${index}`))),
      ...(stack.isMixed ? [] : market.experts).map((expert, index) =>
        liveAsSeller(world, expert, role(`seller ${index}`)),
      ),
      ...market.customers.map((person, index) => liveAsCustomer(world, person, role(`customer ${index}`))),
    ]);
  } finally {
    clearInterval(progress);
  }
  return { disturbances, knownKeys: knownKeys.list() };
}

function endOfTrouble(tally: Tally, { troubleMs, isEnough }: ChaosPlan): AbortSignal {
  const end = new AbortController();
  const looking = setInterval(() => {
    if (isEnough?.(tally)) end.abort();
  }, lookMs);
  const timer = setTimeout(() => end.abort(), troubleMs);
  end.signal.addEventListener('abort', () => {
    clearInterval(looking);
    clearTimeout(timer);
  });
  return end.signal;
}

function describeProgress(tally: Tally): string {
  const [confirmed, held] = [tally.of('did', 'was confirmed'), tally.of('did', 'held a slot')];
  const [kills, answers] = [tally.total('kills'), tally.total('answers')];
  return `  ${answers} answers, ${held} holds, ${confirmed} confirmed, ${kills} kills, ${tally.violations.length} violations`;
}

async function countOutcome({ stack, tally }: Scene): Promise<void> {
  const db = stack.database.db();
  const sessions = db.collection('sessions');
  tally.count('outcome', 'bookings settled', await sessions.countDocuments({ paymentId: { $type: 'objectId' } }));
  tally.count('outcome', 'bookings for free', await sessions.countDocuments({ amountMinor: 0 }));
  for (const status of await sessions.distinct('status')) {
    tally.count('outcome', `sessions ${status}`, await sessions.countDocuments({ status }));
  }
  for (const reason of await db.collection('refunds').distinct('reason')) {
    tally.count('outcome', `refunds: ${reason}`, await db.collection('refunds').countDocuments({ reason }));
  }
  tally.count('outcome', 'mails sent', await db.collection('outbox').countDocuments({ status: 'sent' }));
  tally.count('outcome', 'mails that arrived', stack.postOffice.arrivals.length);
}

/** Failures of jobs are seen in the log only. */
function noteLog(line: string, tally: Tally): void {
  const error = /"err":\{"type":"([^"]+)"/.exec(line)?.[1];
  const job = /"job":"([^"]+)"/.exec(line)?.[1];
  if (line.includes('job failed')) tally.count('jobs', `${job ?? 'a job'} failed: ${error ?? 'unknown'}`);
}
