import type { Clock } from '../infra/clock.ts';

/** So many users are counted at once. More come only from a flood of addresses, and forgetting them is no worse. */
const mostRows = 100_000;

type Row = { uses: number; expiresAt: number };

/** Counts uses in this process alone. */
export type CountsInMemory = {
  /** Counts a use of a window. @returns whether there was room */
  count(window: { id: string; expiresAt: Date }, most: number): boolean;
  /** Notes that a window is full, however many uses it takes. */
  fill(window: { id: string; expiresAt: Date }): void;
  isFull(id: string, most: number): boolean;
};

/** Windows that are over are forgotten when room is needed. */
export function createCountsInMemory(clock: Clock): CountsInMemory {
  const rows = new Map<string, Row>();
  const rowOf = ({ id, expiresAt }: { id: string; expiresAt: Date }): Row => {
    const known = rows.get(id);
    if (known) return known;
    if (rows.size >= mostRows) makeRoom(rows, clock.now().getTime());
    const row = { uses: 0, expiresAt: expiresAt.getTime() };
    rows.set(id, row);
    return row;
  };
  return {
    count: (window, most) => {
      const row = rowOf(window);
      if (row.uses >= most) return false;
      row.uses += 1;
      return true;
    },
    fill: (window) => {
      rowOf(window).uses = Infinity;
    },
    isFull: (id, most) => (rows.get(id)?.uses ?? 0) >= most,
  };
}

function makeRoom(rows: Map<string, Row>, now: number): void {
  for (const [id, { expiresAt }] of rows) if (expiresAt <= now) rows.delete(id);
  if (rows.size >= mostRows) rows.clear();
}
