import { describe, expect, it } from 'vitest';
import { availabilityChangeSchema } from '@serene/shared/contracts';
import { buildOwnExpert } from '../../testing/fixtures.ts';
import { changeOf } from './change.ts';
import { draftOf, faultsOf, reduceDraft } from './draft.ts';

const draft = draftOf(buildOwnExpert({ breakTimes: [{ start: '13:00', end: '14:00', days: [1, 2] }] }));

describe('the hours while they are edited', () => {
  it('are sent as the contract wants them, and only what changed', () => {
    const moved = reduceDraft(draft, { type: 'day', day: '6', change: { enabled: true, end: '13:00' } });
    const edited = reduceDraft(moved, { type: 'break', id: 1, change: { days: [2, 1, 3] } });

    const change = changeOf(edited, draft);

    expect(availabilityChangeSchema.parse(change)).toEqual({
      workingHours: { '6': { start: '09:00', end: '13:00', enabled: true } },
      breakTimes: [{ start: '13:00', end: '14:00', days: [1, 2, 3] }],
    });
    expect(changeOf(draft, draft)).toEqual({});
  });

  it('carry whether each booking is accepted first, sent only where it changed', () => {
    const on = reduceDraft(draft, { type: 'approval', requiresApproval: true });

    expect(availabilityChangeSchema.parse(changeOf(on, draft))).toEqual({ requiresApproval: true });
    expect(changeOf(reduceDraft(on, { type: 'approval', requiresApproval: false }), draft)).toEqual({});
    expect(reduceDraft(on, { type: 'saved', sent: draft, saved: draft }).requiresApproval).toBe(true);
    expect(reduceDraft(on, { type: 'saved', sent: on, saved: draft }).requiresApproval).toBe(false);
  });

  it('have not changed when a change is taken back', () => {
    const later = reduceDraft(draft, { type: 'day', day: '1', change: { start: '10:00' } });

    expect(changeOf(reduceDraft(later, { type: 'day', day: '1', change: { start: '09:00' } }), draft)).toEqual({});
  });

  it('become what was saved, but for what was edited since it was sent', () => {
    const sent = reduceDraft(draft, { type: 'day', day: '1', change: { start: '07:00' } });
    const edited = reduceDraft(sent, { type: 'day', day: '2', change: { start: '08:00' } });
    const saved = reduceDraft(sent, { type: 'day', day: '5', change: { enabled: false } });

    const after = reduceDraft(edited, { type: 'saved', sent, saved });

    expect(changeOf(after, saved)).toEqual({ workingHours: { '2': { start: '08:00', end: '17:00', enabled: true } } });
    expect(reduceDraft(sent, { type: 'saved', sent, saved })).toEqual(saved);
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
