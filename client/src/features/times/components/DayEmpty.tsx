import { CalendarX } from 'lucide-react';
import { Button, EmptyState } from '../../../components/ui/index.ts';
import { noonOf } from '../../../lib/time/noon.ts';
import { longDay } from '../../../lib/time/format.ts';
import { words } from '../words.ts';

type DayEmptyProps = {
  /** The day in words. */
  day: string;
  /** The next day with a free time, `YYYY-MM-DD`. */
  next: string | null;
  zone: string;
  onChoose: ((day: string) => void) | undefined;
};

/** A day without a free time names the next one, and leads there where it can. */
export function DayEmpty({ day, next, zone, onChoose }: DayEmptyProps) {
  const nextDay = next === null ? words.nothingFree : words.nextFreeDay(longDay(noonOf(next, zone), zone));
  return (
    <EmptyState icon={CalendarX} title={words.dayEmpty(day)}>
      {next === null || onChoose === undefined ? (
        <p className="text-muted">{nextDay}</p>
      ) : (
        <Button variant="secondary" onClick={() => onChoose(next)}>
          {nextDay}
        </Button>
      )}
    </EmptyState>
  );
}
