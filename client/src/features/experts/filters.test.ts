import { describe, expect, it } from 'vitest';
import { countFilters, noFilters, readFilters, writeFilters } from './filters.ts';

describe('the filters of the expert list', () => {
  it('survive the way through the address', () => {
    const choices = { search: 'sleep', category: 'Therapy', currency: 'USD', sort: '-rating' } as const;
    const filters = { ...choices, minPrice: 500, maxPrice: 2000, freeTalk: 'true' } as const;

    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });

  it('leave no trace in the address when none is set', () => {
    expect(writeFilters(noFilters).toString()).toBe('');
  });

  it.each([
    'minPrice=cheap',
    'minPrice=-5',
    'minPrice=',
    'sort=random',
    'currency=XYZ',
    'currency=usd',
    'freeTalk=yes',
  ])('ignore %s', (query) => {
    expect(readFilters(new URLSearchParams(query))).toEqual(noFilters);
  });

  it('are counted without the order', () => {
    expect(countFilters({ ...noFilters, search: 'sleep', maxPrice: 0, sort: 'price' })).toBe(2);
    expect(countFilters({ ...noFilters, currency: 'USD' })).toBe(1);
    expect(countFilters({ ...noFilters, freeTalk: 'true' })).toBe(1);
  });
});
