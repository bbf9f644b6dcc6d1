import { Globe } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { cityOf, zoneOffset } from '../../lib/time/zones.ts';
import { ZoneSearch } from './ZoneSearch.tsx';

type ZonePickerProps = {
  zone: string;
  onChange: (zone: string) => void;
  /** The day whose offsets are shown: they change with the season. */
  at: Date;
};

/** The current time zone, and a search for another one. */
export function ZonePicker({ zone, onChange, at }: ZonePickerProps) {
  const [open, setOpen] = useState(false);
  return (
    // Modal, or the wheel would not scroll the list inside a dialog.
    <Popover.Root modal open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="inline-flex min-h-11 items-center gap-2 rounded-control px-2 text-left text-small text-link underline-offset-2 hover:underline">
        <Globe aria-hidden className="size-4 shrink-0" />
        <span>
          <span className="sr-only">Change time zone: </span>
          {cityOf(zone)} ({zoneOffset(zone, at)})
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={16}
          className="z-60 w-84 max-w-[calc(100vw-2rem)] animate-fade rounded-card border border-line bg-surface p-3 shadow-raised"
        >
          <ZoneSearch
            zone={zone}
            at={at}
            onPick={(next) => {
              setOpen(false);
              if (next !== zone) onChange(next);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
