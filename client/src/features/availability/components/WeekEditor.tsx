import type { Dispatch } from 'react';
import { weekOrder, type Draft, type DraftAction } from '../draft.ts';
import { words } from '../words.ts';
import { WeekdayRow } from './WeekdayRow.tsx';

type WeekEditorProps = { days: Draft['days']; dispatch: Dispatch<DraftAction> };

/** The seven days. */
export function WeekEditor({ days, dispatch }: WeekEditorProps) {
  return (
    <section aria-labelledby="week" className="card p-5">
      <h2 id="week" className="pb-3 text-h3 font-semibold">
        {words.week}
      </h2>
      {weekOrder.map((day) => (
        <WeekdayRow
          key={day}
          day={day}
          hours={days[day]}
          onChange={(change) => dispatch({ type: 'day', day, change })}
          onCopy={() => dispatch({ type: 'copy-day', day })}
        />
      ))}
    </section>
  );
}
