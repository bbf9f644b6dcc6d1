import type { Interval } from './intervals.ts';
import { dayMs, secondMs } from '../time/index.ts';
import { offsetReader, type OffsetReader } from './zone-offset.ts';

/** A stretch of time in which a zone keeps one UTC offset: wall clock = instant + offset, in milliseconds. */
export type OffsetSpan = Interval & { readonly offset: number };

// Intl is asked once for a zone and a block of time; every later query reads the answer from memory.
const blockMs = 400 * dayMs;
// Since 1970 no zone has kept an offset for less than a week (Brazil, October 2000), so no change hides between probes.
const probeMs = 5 * dayMs;
// A zone is a request parameter, so the memory must have an end: enough for every zone and two blocks each.
const rememberedBlocks = 1500;
const blocks = new Map<string, readonly OffsetSpan[]>();

/**
 * The offsets of a zone over `range`, in order and without a gap; each but the last ends where the clock changes
 * (or where a block does: two neighbours may have the same offset). Throws a RangeError for an unknown zone.
 */
export function offsetSpans(timezone: string, range: Interval): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  for (let block = Math.floor(range.start / blockMs); block * blockMs < range.end; block += 1) {
    for (const span of blockSpans(timezone, block)) {
      const start = Math.max(span.start, range.start);
      const end = Math.min(span.end, range.end);
      if (start < end) spans.push({ start, end, offset: span.offset });
    }
  }
  return spans;
}

function blockSpans(timezone: string, block: number): readonly OffsetSpan[] {
  const key = `${timezone} ${block}`;
  const known = blocks.get(key);
  if (known !== undefined) return known;

  const spans = findSpans(offsetReader(timezone), { start: block * blockMs, end: (block + 1) * blockMs });
  const [oldest] = blocks.keys();
  if (blocks.size >= rememberedBlocks && oldest !== undefined) blocks.delete(oldest);
  blocks.set(key, spans);
  return spans;
}

function findSpans(offsetAt: OffsetReader, range: Interval): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = range.start;
  let offset = offsetAt(start);
  for (let probe = range.start; probe < range.end; probe += probeMs) {
    const next = offsetAt(probe + probeMs);
    if (next === offset) continue;
    const change = findChange(offsetAt, { start: probe, end: probe + probeMs });
    spans.push({ start, end: change, offset });
    start = change;
    offset = next;
  }
  if (start < range.end) spans.push({ start, end: range.end, offset });
  return spans;
}

/** The first second with the later of the two offsets at the ends of `range`, by halving. */
function findChange(offsetAt: OffsetReader, range: Interval): number {
  const earlier = offsetAt(range.start);
  let { start, end } = range;
  while (end - start > secondMs) {
    const middle = Math.floor((start + end) / 2 / secondMs) * secondMs;
    if (offsetAt(middle) === earlier) start = middle;
    else end = middle;
  }
  return end;
}
