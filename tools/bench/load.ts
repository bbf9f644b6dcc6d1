import autocannon from 'autocannon';
import { percentile } from './statistics.ts';

type Load = { url: string; connections: number } & ({ seconds: number } | { requests: number });
/** Requests answered each second, and how long the middle one took, in milliseconds. */
export type LoadFigures = { perSecond: number; p50: number };

/** Sends GET requests over keep-alive connections, each its next one when the last was answered. */
export async function load({ url, connections, ...extent }: Load): Promise<LoadFigures> {
  const times: number[] = [];
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const amount = 'seconds' in extent ? { duration: extent.seconds } : { amount: extent.requests };
    // Its own percentiles are rounded to whole milliseconds.
    const setupClient = (client: autocannon.Client) => {
      client.on('response', (_status, _bytes, time) => times.push(time));
    };
    autocannon({ url, connections, setupClient, ...amount }, (error: Error | null, result) => {
      if (error) reject(error);
      else if (result.errors + result.non2xx > 0) reject(new Error(`${url} failed under load`));
      else resolve();
    });
  });
  return { perSecond: times.length / ((performance.now() - started) / 1000), p50: percentile(times, 50) };
}
