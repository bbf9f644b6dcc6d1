import mongoose from 'mongoose';
import type { ExpertRecord } from '../../server/src/features/experts/index.ts';
import { load, type LoadFigures } from './load.ts';
import { judge, type BenchResult } from './result.ts';
import { seedClaims } from './seed.ts';
import { startApi, type RunningApi } from './start-api.ts';
import { median } from './statistics.ts';

/** Claims of the expert that is asked for, however many the others have. */
const ofMeasured = 60;
const few = 1_000;
const turns = 11;

type Options = { uri: string; manyClaims: number; say: (line: string) => void };

/**
 * `GET availability` of one day: its throughput beside a bare Express route that makes the same reads and sends the
 * same bytes, and its response time with few and with many claims of other experts.
 */
export async function benchAvailability(options: Options): Promise<BenchResult[]> {
  const { manyClaims, say } = options;
  const small = await openWorld('bench-few-claims', few, options);
  try {
    say('Availability: throughput…');
    const throughput = await compareThroughput(small);
    const large = await openWorld('bench-many-claims', manyClaims, options);
    try {
      say('Availability: response time…');
      return [throughput, await compareResponseTimes(small, large, manyClaims)];
    } finally {
      large.stop();
    }
  } finally {
    small.stop();
  }
}

type World = RunningApi & { path: string };

async function openWorld(dbName: string, claims: number, { uri, say }: Options): Promise<World> {
  const api = await startApi(uri, dbName);
  const client = new mongoose.mongo.MongoClient(uri);
  try {
    const expert = await seedClaims(client.db(dbName), { claims, ofMeasured, say });
    return { ...api, path: availabilityPath(expert) };
  } catch (error) {
    api.stop();
    throw error;
  } finally {
    await client.close();
  }
}

/** A Thursday with two claims, as the picker of the booking page asks for it. */
function availabilityPath({ _id }: ExpertRecord): string {
  return `/api/v1/experts/${_id.toHexString()}/availability?date=2026-01-15&duration=60&timezone=Asia/Kolkata`;
}

async function compareThroughput({ apiUrl, bareUrl, path }: World): Promise<BenchResult> {
  const [api, bare] = await inTurns([apiUrl + path, bareUrl + path], { connections: 10, seconds: 2 });
  return judge({
    name: 'GET availability : bare Express, same reads and bytes',
    value: median(api.map(({ perSecond }) => perSecond)),
    floor: median(bare.map(({ perSecond }) => perSecond)),
    limit: 0.8,
    bound: 'at least',
    unit: '/s',
  });
}

async function compareResponseTimes(small: World, large: World, manyClaims: number): Promise<BenchResult> {
  const urls: Pair<string> = [large.apiUrl + large.path, small.apiUrl + small.path];
  const [withMany, withFew] = await inTurns(urls, { connections: 1, seconds: 1 });
  return judge({
    name: `GET availability p50, ${manyClaims.toLocaleString('en')} claims : ${few.toLocaleString('en')} claims`,
    value: median(withMany.map(({ p50 }) => p50)),
    floor: median(withFew.map(({ p50 }) => p50)),
    limit: 1.3,
    bound: 'at most',
    unit: 'ms',
  });
}

type Pair<T> = [subject: T, floor: T];

/**
 * Loads two addresses in turns, so that a slow moment of the machine meets both. Before that each gets as many requests
 * as its process needs until its code is compiled for speed.
 */
async function inTurns(
  urls: Pair<string>,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Pair<LoadFigures[]>> {
  const figures: Pair<LoadFigures[]> = [[], []];
  for (const url of urls) await load({ url, connections: 10, requests: 2_500 });
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [side, url] of urls.entries()) figures[side]?.push(await load({ url, connections, seconds }));
  }
  return figures;
}
