/** Chance that can be had again: the same seed gives the same sequence. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list */
  pick<T>(items: readonly T[]): T;
  /** One of the names, the heavier the likelier. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  /** A source of its own for one part, so that the parts do not disturb each other's sequence. */
  fork(part: string): Random;
};

/** The generator mulberry32, which is short and good enough to choose who does what. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
      const names: T[] = [];
      let total = 0;
      const ends: number[] = [];
      for (const name in weights) {
        total += weights[name];
        names.push(name);
        ends.push(total);
      }
      const at = next() * total;
      return names[ends.findIndex((end) => at < end)] ?? pick(names);
    },
    fork: (part) => createRandom(seed ^ hash(part)),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
