import { describe, expect, it } from 'vitest';
import { isGstin, stateOfGstin } from './gstin.ts';

describe('GSTIN', () => {
  it.each(['29AAAAA0000A1ZY', '07AAAAA0000A1Z4'])('%s is one', (text) => {
    expect(isGstin(text)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '29AAAAA0000A1ZX'],
    ['two characters swapped', '92AAAAA0000A1ZY'],
    ['a state that does not exist', '99AAAAA0000A1ZY'],
    ['small letters', '29aaaaa0000a1zy'],
    ['too short', '29AAAAA0000A1Z'],
    ['nothing', ''],
  ])('%s makes none', (_what, text) => {
    expect(isGstin(text)).toBe(false);
  });

  it('names its state', () => {
    expect(stateOfGstin('29AAAAA0000A1ZY')).toEqual({ code: '29', name: 'Karnataka' });
  });
});
