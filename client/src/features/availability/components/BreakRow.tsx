import { Trash2 } from 'lucide-react';
import { weekdayName } from '../../../lib/time/format.ts';
import { dayName, weekOrder, type BreakDraft } from '../draft.ts';
import { words } from '../words.ts';
import { TimeSelect } from './TimeSelect.tsx';

type BreakRowProps = {
  number: number;
  pause: BreakDraft;
  invalid: boolean;
  onChange: (change: Partial<BreakDraft>) => void;
  onRemove: () => void;
};

/** One break: from when to when, and on which days. */
export function BreakRow({ number, pause, invalid, onChange, onRemove }: BreakRowProps) {
  const toggle = (day: number, isOn: boolean) =>
    onChange({ days: isOn ? [...pause.days, day] : pause.days.filter((other) => other !== day) });
  return (
    <fieldset className="flex flex-wrap items-center gap-x-2 gap-y-3 border-t border-line py-3">
      <legend className="sr-only">{words.break(number)}</legend>
      <div className="flex items-center gap-2">
        <TimeSelect
          id={`break-${pause.id}-start`}
          label={words.breakFrom(number)}
          value={pause.start}
          invalid={invalid}
          onChange={(start) => onChange({ start })}
        />
        <span aria-hidden>–</span>
        <TimeSelect
          id={`break-${pause.id}-end`}
          label={words.breakTo(number)}
          value={pause.end}
          isEnd
          invalid={invalid}
          onChange={(end) => onChange({ end })}
        />
      </div>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{words.breakDays}</legend>
        {weekOrder.map((day) => (
          <label
            key={day}
            className="flex min-h-11 items-center gap-1.5 rounded-control border border-line px-2 text-small has-checked:border-primary has-checked:bg-primary-soft"
          >
            <input
              id={`break-${pause.id}-day-${day}`}
              type="checkbox"
              aria-label={dayName(day)}
              checked={pause.days.includes(Number(day))}
              onChange={(event) => toggle(Number(day), event.target.checked)}
              className="size-4 accent-primary"
            />
            <span aria-hidden>{weekdayName(Number(day), 'short')}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        aria-label={words.removeBreak(number)}
        className="ml-auto flex size-11 items-center justify-center rounded-control text-bad hover:bg-bad-soft"
        onClick={onRemove}
      >
        <Trash2 aria-hidden className="size-5" />
      </button>
    </fieldset>
  );
}
