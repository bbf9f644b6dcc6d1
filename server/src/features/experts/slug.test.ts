import { describe, expect, it } from 'vitest';
import { slugOf } from './slug.ts';

describe('the address of a profile', () => {
  it.each([
    ['Dr. Émile Roy', 'dr-emile-roy'],
    ['  Anil   Rao ', 'anil-rao'],
    ['नीला', 'expert'],
    ['me', 'expert-me'],
    ['Availability', 'expert-availability'],
    ['deadbeefdeadbeefdeadbeef', 'expert-deadbeefdeadbeefdeadbeef'],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('of %j is %s', (name, slug) => {
    expect(slugOf(name, 1)).toBe(slug);
  });

  it('has a number from the second bearer of a name on', () => {
    expect(slugOf('Anil Rao', 2)).toBe('anil-rao-2');
  });
});
