// A combobox's list is of our own making: no element of HTML can be searched by city, name and offset.
// oxlint-disable jsx-a11y/prefer-tag-over-role
import { Check } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { searchZones, zoneChoices, type ZoneChoice } from '../../lib/time/search-zones.ts';
import { words } from './words.ts';

type ZoneSearchProps = { zone: string; at: Date; onPick: (zone: string) => void };

const shownAtMost = 60;

/** A combobox with a list: arrows move, Enter picks (WAI-ARIA "Combobox With List Autocomplete"). */
export function ZoneSearch({ zone, at, onPick }: ZoneSearchProps) {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const choices = useMemo(() => {
    const all = zoneChoices(at);
    // The current one comes first: it is where the search begins.
    return [...all.filter((choice) => choice.zone === zone), ...all.filter((choice) => choice.zone !== zone)];
  }, [at, zone]);
  const found = searchZones(choices, search).slice(0, shownAtMost);
  const optionId = (index: number) => `${id}-option-${index}`;

  const move = (to: number) => {
    const next = Math.max(0, Math.min(found.length - 1, to));
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const picked = found[active];
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter' && picked) onPick(picked.zone);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <label htmlFor={id} className="text-small font-medium">
        {words.searchZone}
      </label>
      <input
        id={id}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
        autoComplete="off"
        className="mt-1 control"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <output className="block py-1 text-caption text-muted">
        {found.length === 0 ? words.noZone : words.zonesShown(found.length)}
      </output>
      <div id={`${id}-list`} role="listbox" aria-label={words.zones} className="max-h-64 overflow-y-auto">
        {found.map((choice, index) => (
          <ZoneOption
            key={choice.zone}
            id={optionId(index)}
            choice={choice}
            active={index === active}
            chosen={choice.zone === zone}
            onPick={() => onPick(choice.zone)}
          />
        ))}
      </div>
    </>
  );
}

type ZoneOptionProps = { id: string; choice: ZoneChoice; active: boolean; chosen: boolean; onPick: () => void };

function ZoneOption({ id, choice, active, chosen, onPick }: ZoneOptionProps) {
  return (
    // Keys are handled by the combobox, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onClick={onPick}
      className={classNames(
        'flex min-h-11 cursor-pointer items-center justify-between gap-2 rounded-control px-2 py-1',
        active ? 'bg-primary-soft text-on-primary-soft' : 'hover:bg-surface-2',
      )}
    >
      <span>
        <span className="flex items-center gap-1 font-medium">
          {choice.city}
          {chosen && <Check aria-hidden className="size-4" />}
        </span>
        <span className="block text-caption text-muted">{choice.name}</span>
      </span>
      <span className="shrink-0 text-small tabular-nums">{choice.offset}</span>
    </div>
  );
}
