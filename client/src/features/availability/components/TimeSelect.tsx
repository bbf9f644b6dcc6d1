type TimeSelectProps = {
  id: string;
  label: string;
  value: string;
  onChange: (time: string) => void;
  /** Whether midnight at the end of the day can be chosen. */
  isEnd?: boolean;
  invalid?: boolean;
};

const quarters = Array.from({ length: 96 }, (_, index) => {
  const hours = String(Math.floor(index / 4)).padStart(2, '0');
  return `${hours}:${String((index % 4) * 15).padStart(2, '0')}`;
});

/** A time of day in quarters of an hour; a finer one that was set elsewhere stays choosable. */
export function TimeSelect({ id, label, value, onChange, isEnd = false, invalid = false }: TimeSelectProps) {
  const offered = isEnd ? [...quarters, '24:00'] : quarters;
  const times = offered.includes(value) ? offered : [...offered, value].toSorted();
  return (
    <select
      id={id}
      aria-label={label}
      aria-invalid={invalid}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="control w-auto min-w-26 tabular-nums"
    >
      {times.map((time) => (
        <option key={time}>{time}</option>
      ))}
    </select>
  );
}
