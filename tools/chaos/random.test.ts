import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (random: ReturnType<typeof createRandom>) => Array.from({ length: 20 }, () => random.between(1, 6));

describe('seeded chance', () => {
  it('gives the same sequence for the same seed, and another one for another', () => {
    expect(draw(createRandom(7))).toEqual(draw(createRandom(7)));
    expect(draw(createRandom(7))).not.toEqual(draw(createRandom(8)));
  });

  it('stays within its bounds and reaches both', () => {
    const drawn = Array.from({ length: 40 }, (_, seed) => draw(createRandom(seed))).flat();

    expect(new Set(drawn)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('gives each part a sequence of its own, whatever the others draw', () => {
    const one = createRandom(7);
    one.next();

    expect(draw(one.fork('customer 1'))).toEqual(draw(createRandom(7).fork('customer 1')));
    expect(draw(one.fork('customer 1'))).not.toEqual(draw(one.fork('customer 2')));
  });

  it('picks by weight, and never what weighs nothing', () => {
    const random = createRandom(7);
    const picked = Array.from({ length: 200 }, () => random.weighted({ often: 9, seldom: 1, never: 0 }));

    expect(picked.filter((name) => name === 'often').length).toBeGreaterThan(150);
    expect(picked).toContain('seldom');
    expect(picked).not.toContain('never');
  });
});
