import { Globe } from 'lucide-react';
import { Suspense, useState, type ComponentProps } from 'react';
import { cityOf, zoneOffset } from '../../lib/time/zones.ts';
import { onIntent } from '../../lib/on-intent.ts';
import { lazyPart } from '../../lib/lazy-part.ts';
import { words } from './words.ts';

// Few people change the zone: the search is fetched for those who are about to.
const loadPopover = () => import('./ZonePopover.tsx');
const ZonePopover = lazyPart(async () => (await loadPopover()).ZonePopover);

type ZonePickerProps = {
  zone: string;
  onChange: (zone: string) => void;
  /** The day whose offsets are shown: they change with the season. */
  at: Date;
};

/** The current time zone, and a search for another one. */
export function ZonePicker({ zone, onChange, at }: ZonePickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const button = <ZoneButton zone={zone} at={at} />;
  if (!wasOpened) {
    const open = () => {
      setWasOpened(true);
      setIsOpen(true);
    };
    return <ZoneButton zone={zone} at={at} {...onIntent(loadPopover)} onClick={open} />;
  }
  return (
    <Suspense fallback={button}>
      <ZonePopover trigger={button} open={isOpen} onOpenChange={setIsOpen} zone={zone} at={at} onChange={onChange} />
    </Suspense>
  );
}

type ZoneButtonProps = ComponentProps<'button'> & { zone: string; at: Date };

function ZoneButton({ zone, at, ...button }: ZoneButtonProps) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      {...button}
      className="inline-flex min-h-11 items-center gap-2 rounded-control px-2 text-left text-small text-link underline-offset-2 hover:underline"
    >
      <Globe aria-hidden className="size-4 shrink-0" />
      <span>
        <span className="sr-only">{words.changeZone} </span>
        {cityOf(zone)} ({zoneOffset(zone, at)})
      </span>
    </button>
  );
}
