import type { SlotReason, TimeSlot } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { arrangeSlots, nearestFree } from './slots.ts';

const slot = (time: string, reason?: SlotReason): TimeSlot => ({
  startTime: `2026-01-15T${time}:00.000Z`,
  endTime: `2026-01-15T${time}:45.000Z`,
  available: reason === undefined,
  ...(reason === undefined ? {} : { reason }),
});

describe('the board of a day', () => {
  it('groups slots by the part of the viewer’s day', () => {
    const board = arrangeSlots([slot('06:00'), slot('07:00'), slot('12:00')], 'Asia/Kolkata');

    // 11:30, 12:30 and 17:30 in India
    expect(board.parts.map(({ part, rows }) => [part, rows.length])).toEqual([
      ['morning', 1],
      ['afternoon', 1],
      ['evening', 1],
    ]);
  });

  it('shows booked and held slots in their place, and counts only free ones', () => {
    const board = arrangeSlots([slot('09:00'), slot('10:00', 'booked'), slot('11:00', 'held')], 'UTC');

    expect(board.parts[0]?.rows.map((row) => (row.kind === 'slot' ? row.state : row.kind))).toEqual([
      'available',
      'booked',
      'held',
    ]);
    expect(board.free).toBe(1);
  });

  it('draws the starts that one break rules out as one row', () => {
    const board = arrangeSlots([slot('12:15', 'break'), slot('12:30', 'break'), slot('14:00')], 'UTC');

    expect(board.parts[0]?.rows[0]).toEqual({
      kind: 'break',
      from: '2026-01-15T12:15:00.000Z',
      to: '2026-01-15T12:30:00.000Z',
    });
  });

  it('says in a word what it does not draw', () => {
    const board = arrangeSlots([slot('08:00', 'past'), slot('09:00', 'notice'), slot('17:00', 'outside')], 'UTC');

    expect(board).toEqual({ parts: [], free: 0, hasPast: true, hasTooSoon: true });
  });
});

describe('the free times nearest to one that is gone', () => {
  it('come in the order of the day, and none of them is taken', () => {
    const slots = ['09:00', '10:00', '11:00', '12:00', '13:00'].map((time) => slot(time));
    const gone = slot('11:15', 'booked');

    const nearest = nearestFree([...slots, gone, slot('11:30', 'held')], gone.startTime, 3);

    expect(nearest.map(({ startTime }) => startTime.slice(11, 16))).toEqual(['10:00', '11:00', '12:00']);
  });

  it('are as many as there are', () => {
    expect(nearestFree([slot('09:00', 'booked')], slot('09:00').startTime, 3)).toEqual([]);
  });
});
