import type { Weekday } from '@serene/shared/contracts';
import { Copy } from 'lucide-react';
import { Switch } from '../../../components/ui/index.ts';
import type { DayDraft } from '../draft.ts';
import { dayName } from '../draft.ts';
import { words } from '../words.ts';
import { TimeSelect } from './TimeSelect.tsx';

type WeekdayRowProps = {
  day: Weekday;
  hours: DayDraft;
  onChange: (change: Partial<DayDraft>) => void;
  onCopy: () => void;
};

/** One weekday: whether it is worked, from when to when. */
export function WeekdayRow({ day, hours, onChange, onCopy }: WeekdayRowProps) {
  const name = dayName(day);
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3">
      <legend className="sr-only">{name}</legend>
      <div className="flex items-center gap-3 max-sm:w-full sm:w-40">
        <Switch
          aria-label={words.works(name)}
          checked={hours.enabled}
          onCheckedChange={(enabled) => onChange({ enabled })}
        />
        <span aria-hidden className="font-medium">
          {name}
        </span>
      </div>
      {hours.enabled ? (
        <>
          <div className="flex items-center gap-2">
            <TimeSelect
              id={`day-${day}-start`}
              label={words.fromOn(name)}
              value={hours.start}
              onChange={(start) => onChange({ start })}
            />
            <span aria-hidden>–</span>
            <TimeSelect
              id={`day-${day}-end`}
              label={words.toOn(name)}
              value={hours.end}
              isEnd
              onChange={(end) => onChange({ end })}
            />
          </div>
          {hours.end <= hours.start && (
            <span className="text-small text-warn">{hours.end === hours.start ? words.allDay : words.nextDay}</span>
          )}
          <button
            type="button"
            aria-label={words.copyOf(name)}
            className="ml-auto inline-flex min-h-11 items-center gap-1 px-2 text-small text-link hover:underline"
            onClick={onCopy}
          >
            <Copy aria-hidden className="size-4" />
            <span className="max-sm:hidden">{words.copy}</span>
          </button>
        </>
      ) : (
        <span className="text-muted">{words.closed}</span>
      )}
    </fieldset>
  );
}
