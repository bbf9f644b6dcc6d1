import { pathToFileURL } from 'node:url';
import { defaultSchedule, offerTermsSchema, type Schedule } from '@serene/shared/contracts';
import { type BusyTime, freeStarts, hoursOf, type SlotQuery, slots, termsOf } from '@serene/shared/scheduling';
import { Types } from 'mongoose';
import { offerOf } from '../../server/src/features/offers/index.ts';
import { buildExpert, buildSessionType } from './fixtures.ts';
import { type BenchResult, judge } from './result.ts';
import { median } from './statistics.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** March 2026 in London: its clocks change on the 29th. Monday to Friday 09-13 and 14-17, 60 minutes every 15. */
const month = { from: Date.parse('2026-03-01T00:00:00Z'), to: Date.parse('2026-03-31T23:00:00Z') };
const now = Date.parse('2026-02-28T12:00:00Z');
const schedule: Schedule = {
  ...defaultSchedule,
  timezone: 'Europe/London',
  breakTimes: [{ start: '13:00', end: '14:00', days: [1, 2, 3, 4, 5] }],
};

function queryWith(busy: readonly BusyTime[]): SlotQuery {
  return { hours: hoursOf(schedule), terms: termsOf(schedule, 60), busy, ...month, now, timezone: 'Europe/London' };
}

/** Claims scattered over the month, in no order. */
function scatteredBusy(count: number, lengthMinutes: number): BusyTime[] {
  return Array.from({ length: count }, (_, index) => {
    // A prime step visits days and times of day in an order that looks random and is the same in every run.
    const day = (index * 7919) % 31;
    const startsAt = month.from + day * dayMs + (9 * 60 + ((index * 104_729) % 96) * 5) * minuteMs;
    return [startsAt, startsAt + lengthMinutes * minuteMs];
  });
}

type MinuteRange = readonly [first: number, last: number];

/** The floor's input, worked out beforehand: for each run of free starts its first and last, in minutes. */
function minuteRanges(starts: readonly number[]): MinuteRange[] {
  const ranges: [number, number][] = [];
  for (const start of starts) {
    const minute = start / minuteMs;
    const range = ranges.at(-1);
    if (range !== undefined && range[1] + 15 === minute) range[1] = minute;
    else ranges.push([minute, minute]);
  }
  return ranges;
}

/** The same starts with integers alone: no zones, no objects, no claims to look at. */
function floorStarts(ranges: readonly MinuteRange[]): number[] {
  const starts: number[] = [];
  for (const [first, last] of ranges) {
    for (let minute = first; minute <= last; minute += 15) starts.push(minute * minuteMs);
  }
  return starts;
}

const toIso = (instant: number) => new Date(instant).toISOString();
const parseBusy = (rows: readonly (readonly [string, string])[]): BusyTime[] =>
  rows.map(([startsAt, busyUntil]) => [Date.parse(startsAt), Date.parse(busyUntil)]);

/** The slot engine beside an integer-only floor. */
export async function benchScheduling(): Promise<BenchResult[]> {
  const query = queryWith(scatteredBusy(60, 60));
  const expected = freeStarts(query);
  const ranges = minuteRanges(expected);
  if (floorStarts(ranges).join() !== expected.join()) throw new Error('the floor computes other starts');

  const expert = buildExpert(new Types.ObjectId(), schedule);
  const terms = { ...offerTermsSchema.parse({}), bufferMinutes: 0, minimumNoticeMinutes: 180, maximumAdvanceDays: 45 };
  const ownTerms = buildSessionType(expert._id, { terms });

  const isoBusy = query.busy.map(([startsAt, busyUntil]) => [toIso(startsAt), toIso(busyUntil)] as const);
  const few = queryWith(scatteredBusy(10, 5));
  const many = queryWith(scatteredBusy(1000, 5));

  return [
    compare('month of free starts : integers only', 15, {
      subject: () => freeStarts(query),
      floor: () => floorStarts(ranges),
    }),
    compare('month of free starts, ISO to ISO : integers only, ISO to ISO', 1.2, {
      subject: () => freeStarts({ ...query, busy: parseBusy(isoBusy) }).map(toIso),
      floor: () => [parseBusy(isoBusy), floorStarts(ranges).map(toIso)],
    }),
    compare('month of slots with every flag : integers only', 60, {
      subject: () => slots(query),
      floor: () => floorStarts(ranges),
    }),
    compare('slots of an offer with terms of its own : of the hour', 1.1, {
      subject: () => slots({ ...query, terms: offerOf(expert, ownTerms).terms(60) }),
      floor: () => slots({ ...query, terms: termsOf(schedule, 60) }),
    }),
    // A hundred times the claims may take a hundred times as long; anything above is worse than linear.
    compare('free starts with 1,000 claims : with 10 claims', 100, {
      subject: () => freeStarts(many),
      floor: () => freeStarts(few),
    }),
  ];
}

type Contest = { readonly subject: () => unknown; readonly floor: () => unknown };

/** Microseconds a call of both sides, warmed up, in turns, so that a slow moment of the machine meets both. */
function compare(name: string, limit: number, { subject, floor }: Contest): BenchResult {
  const sides = [subject, floor].map((run) => {
    const times: number[] = [];
    return { run, calls: callsPerTurn(run), times };
  });
  for (let turn = 0; turn < 25; turn += 1) {
    for (const { run, calls, times } of sides) times.push(timeOf(run, calls) / calls);
  }
  const [value = Number.NaN, floorValue = Number.NaN] = sides.map(({ times }) => median(times));
  return judge({ name, value, floor: floorValue, limit, bound: 'at most', unit: 'µs' });
}

/** So many calls that a turn takes about 5 ms; finding out warms the code up. */
function callsPerTurn(run: () => unknown): number {
  const warmUntil = performance.now() + 300;
  let calls = 1;
  let taken = 0;
  do {
    taken = timeOf(run, calls);
    if (taken < 5000) calls *= 2;
  } while (taken < 5000 || performance.now() < warmUntil);
  return calls;
}

/** Microseconds that so many calls take. */
function timeOf(run: () => unknown, calls: number): number {
  const started = performance.now();
  for (let call = 0; call < calls; call += 1) sink[0] = run();
  return (performance.now() - started) * 1000;
}

/** Results go here, where the compiler cannot prove them unused and drop the work. */
const sink: unknown[] = [];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchScheduling());
