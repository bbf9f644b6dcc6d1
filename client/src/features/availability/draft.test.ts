import { describe, expect, it } from 'vitest';
import { availabilityChangeSchema } from '@serene/shared/contracts';
import { buildOwnExpert } from '../../testing/fixtures.ts';
import { changeOf, draftOf, faultsOf, reduceDraft } from './draft.ts';

const draft = draftOf(buildOwnExpert({ breakTimes: [{ start: '13:00', end: '14:00', days: [1, 2] }] }));

describe('the hours while they are edited', () => {
  it('are sent as the contract wants them', () => {
    expect(availabilityChangeSchema.safeParse(changeOf(draft)).success).toBe(true);
  });

  it('change day by day', () => {
    const { days } = reduceDraft(draft, { type: 'day', day: '6', change: { enabled: true, end: '13:00' } });

    expect(days['6']).toEqual({ enabled: true, start: '09:00', end: '13:00' });
    expect(days['5']).toEqual(draft.days['5']);
  });

  it('are copied from one day to the other working days only', () => {
    const early = reduceDraft(draft, { type: 'day', day: '1', change: { start: '07:00', end: '12:00' } });

    const { days } = reduceDraft(early, { type: 'copy-day', day: '1' });

    expect(days['5']).toEqual({ enabled: true, start: '07:00', end: '12:00' });
    expect(days['0']).toEqual(draft.days['0']);
  });

  it('get a new break on all working days, with an id of its own', () => {
    const { breaks } = reduceDraft(draft, { type: 'add-break' });

    expect(breaks.at(-1)).toEqual({ id: 2, start: '13:00', end: '14:00', days: [1, 2, 3, 4, 5] });
  });

  it('lose a break', () => {
    expect(reduceDraft(draft, { type: 'remove-break', id: 1 }).breaks).toEqual([]);
  });

  it('name the faults of a break at its fields', () => {
    const wrong = reduceDraft(draft, { type: 'break', id: 1, change: { end: '12:00', days: [] } });

    expect(Object.keys(faultsOf(wrong))).toEqual(['break-1-end', 'break-1-day-1']);
    expect(faultsOf(draft)).toEqual({});
  });
});
