import type { Slot, SlotReason } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { arrangeSlots } from './slots.ts';

const slot = (time: string, reason?: SlotReason): Slot => ({
  time,
  startsAt: `2026-01-15T${time}:00.000Z`,
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
