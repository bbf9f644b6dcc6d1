import { dayMs, hourMs } from '@serene/shared/time';
import { readFileSync } from 'node:fs';

/** The only source of the current time; instants are UTC. */
export type Clock = { now(): Date };

const unitMs = { s: 1_000, m: 60_000, h: hourMs, d: dayMs } as const;

/**
 * Milliseconds of an offset like `+23h`, `-90m`, `2d` or `0`.
 * @throws RangeError when the text is no offset
 */
export function parseClockOffset(text: string): number {
  const match = /^([+-]?)(\d+)([smhd]?)$/.exec(text.trim());
  if (!match) throw new RangeError(`"${text}" is not a clock offset like +23h, -90m or 2d`);
  const [, sign, amount, unit] = match;
  const scale = unit === 's' || unit === 'm' || unit === 'h' || unit === 'd' ? unitMs[unit] : 1;
  return (sign === '-' ? -1 : 1) * Number(amount) * scale;
}

/**
 * The system clock, shifted in development by `offset`, or by the content of `offsetFile`, which is read at each
 * call so that all processes that share the file move together the moment it is written. A missing file is no offset.
 */
export function createClock({ offset, offsetFile }: { offset?: string; offsetFile?: string } = {}): Clock {
  const fixed = offset === undefined ? 0 : parseClockOffset(offset);
  const shift = offsetFile === undefined ? () => fixed : () => readOffset(offsetFile, fixed);
  return { now: () => new Date(Date.now() + shift()) };
}

function readOffset(file: string, fallback: number): number {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text === '' ? fallback : parseClockOffset(text);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fallback;
    throw error;
  }
}
