// `pnpm sizes`: how much the built client makes a visitor load, held against its limits. It builds nothing itself.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './run.mjs';

/**
 * A part of the build as Vite's manifest describes it, by its source.
 * @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} Manifest
 */

/** The page that shared links and searches lead to: what has to arrive before it is there. */
const profilePage = ['index.html', 'src/app/mount.tsx', 'src/features/experts/pages/ExpertPage.tsx'];
/** What "Book Session" adds, from the calendar to the payment. The search for another time zone comes when it is asked for. */
const booking = ['src/features/booking/components/BookingFlow.tsx'];

const kilobyte = 1000;
const limits = { profileScript: 120 * kilobyte, profileStyle: 15 * kilobyte, bookingScript: 60 * kilobyte };

/**
 * The sizes and their limits, in bytes.
 * @param {Manifest} manifest
 * @param {(file: string) => number} sizeOf bytes of a file as it travels
 */
export function measure(manifest, sizeOf) {
  const first = withImports(manifest, profilePage);
  const added = withImports(manifest, booking).filter((source) => !first.includes(source));
  const sum = (/** @type {string[]} */ files) => files.reduce((total, file) => total + sizeOf(file), 0);
  const scripts = (/** @type {string[]} */ sources) => sources.map((source) => chunkOf(manifest, source).file);
  const styles = [...new Set(first.flatMap((source) => chunkOf(manifest, source).css ?? []))];
  return [
    { name: 'profile page, JavaScript', bytes: sum(scripts(first)), limit: limits.profileScript },
    { name: 'profile page, CSS', bytes: sum(styles), limit: limits.profileStyle },
    { name: 'booking, JavaScript', bytes: sum(scripts(added)), limit: limits.bookingScript },
  ];
}

/**
 * Some chunks and all that they import at once; what they import when it is needed is left out.
 * @param {Manifest} manifest
 * @param {string[]} sources
 */
function withImports(manifest, sources) {
  const found = new Set(sources);
  // A set that grows while it is walked is walked to its new end.
  for (const source of found) for (const imported of chunkOf(manifest, source).imports ?? []) found.add(imported);
  return [...found];
}

/**
 * @param {Manifest} manifest
 * @param {string} source
 */
function chunkOf(manifest, source) {
  const chunk = manifest[source];
  if (chunk === undefined) throw new Error(`The build has no chunk of ${source}.`);
  return chunk;
}

function main() {
  const dist = join(root, 'client/dist');
  const manifestFile = join(dist, '.vite/manifest.json');
  if (!existsSync(manifestFile)) throw new Error('There is no build: run `pnpm --filter @serene/client build` first.');
  const sizes = measure(JSON.parse(readFileSync(manifestFile, 'utf8')), (file) => {
    return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  });
  for (const { name, bytes, limit } of sizes) {
    const [size, most] = [bytes, limit].map((value) => `${(value / kilobyte).toFixed(1)} KB`.padStart(9));
    console.log(`${bytes > limit ? 'TOO BIG' : 'ok     '} ${name.padEnd(26)} ${size} of ${most} (gzip)`);
  }
  process.exitCode = sizes.some(({ bytes, limit }) => bytes > limit) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
