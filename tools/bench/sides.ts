import type { Wish } from './market.ts';
import { judge, type BenchResult } from './result.ts';
import { median, percentile } from './statistics.ts';

const warmUpBookings = 250;
const turns = 9;
const turnMs = 1_500;

export type Book = (wish: Wish) => Promise<unknown>;
/** Two ways to make the same booking: ours, and its floor. */
export type Sides = { nextWish: () => Wish; api: Book; bare: Book };
export type Turn = { perSecond: number; times: number[] };

/** Until the code of both sides is compiled for speed: each figure is about a server that runs, not one that starts. */
export async function warmUp({ nextWish, api, bare }: Sides): Promise<void> {
  for (const one of [api, bare]) {
    for (let made = 0; made < warmUpBookings; made += 10) {
      await Promise.all(Array.from({ length: 10 }, () => one(nextWish())));
    }
  }
}

/** Both sides in turns, so that a slow moment of the machine meets both. @param name of what our side does */
export async function compare(name: string, clients: number, { nextWish, api, bare }: Sides): Promise<BenchResult[]> {
  const ours: Turn[] = [];
  const floor: Turn[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [side, one] of [
      [ours, api],
      [floor, bare],
    ] as const) {
      side.push(await bookFor(turnMs, clients, () => one(nextWish())));
    }
  }
  return describe(`${name}, ${clients} ${clients === 1 ? 'client' : 'clients'} : bare transactions`, ours, floor);
}

/** Throughput with its promise, and how long the slowest hundredth takes. */
export function describe(name: string, ours: Turn[], floor: Turn[]): BenchResult[] {
  const perSecond = (side: Turn[]) => median(side.map((turn) => turn.perSecond));
  const timesOf = (side: Turn[]) => side.flatMap(({ times }) => times);
  const p99 = (side: Turn[]) => percentile(timesOf(side), 99);
  return [
    judge({ name, value: perSecond(ours), floor: perSecond(floor), limit: 0.5, bound: 'at least', unit: '/s' }),
    judge({ name: `${name}, p99`, value: p99(ours), floor: p99(floor), limit: null, bound: 'at most', unit: 'ms' }),
  ];
}

/** So many clients book for so long, each its next booking when the last is settled. */
export async function bookFor(durationMs: number, clients: number, bookOne: () => Promise<unknown>): Promise<Turn> {
  const times: number[] = [];
  const started = performance.now();
  const client = async () => {
    while (performance.now() - started < durationMs) {
      const begun = performance.now();
      await bookOne();
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: (times.length * 1000) / (performance.now() - started), times };
}
