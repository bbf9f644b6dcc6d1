import { ZonePicker } from '../../../components/ui/index.ts';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';
import { ZoneLine } from '../../auth/index.ts';
import { words } from '../words.ts';

type TimezoneSelectorProps = {
  value: string;
  onChange: (zone: string) => void;
  /** The day whose offsets are shown; today where absent. */
  at?: Date | undefined;
};

/** Says in which zone times are shown, and offers another one. */
export function TimezoneSelector({ value, onChange, at }: TimezoneSelectorProps) {
  const openedAt = useOpeningTime();
  return (
    <ZoneLine>
      <p className="flex flex-wrap items-center text-small text-muted">
        {words.zoneNote}
        <ZonePicker zone={value} onChange={onChange} at={at ?? openedAt} />
      </p>
    </ZoneLine>
  );
}
