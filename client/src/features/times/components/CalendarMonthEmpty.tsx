import { CalendarX } from 'lucide-react';
import { Button, EmptyState } from '../../../components/ui/index.ts';
import { noonOf } from '../../../lib/time/noon.ts';
import { longDay, monthName } from '../../../lib/time/format.ts';
import { words } from '../words.ts';

type CalendarMonthEmptyProps = {
  month: Date;
  /** The next day with a free time, `YYYY-MM-DD`, wherever it is. */
  next: string | null;
  zone: string;
  onChoose: (day: string) => void;
};

/** A month without a free day leads to the one that has it. */
export function CalendarMonthEmpty({ month, next, zone, onChoose }: CalendarMonthEmptyProps) {
  return (
    <EmptyState icon={CalendarX} title={words.monthEmpty(monthName(month, zone))}>
      {next === null ? (
        <p className="text-muted">{words.nothingFree}</p>
      ) : (
        <Button variant="secondary" onClick={() => onChoose(next)}>
          {words.nextFreeDay(longDay(noonOf(next, zone), zone))}
        </Button>
      )}
    </EmptyState>
  );
}
