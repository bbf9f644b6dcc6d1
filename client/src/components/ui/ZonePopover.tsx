import { Popover } from 'radix-ui';
import type { ReactElement } from 'react';
import { ZoneSearch } from './ZoneSearch.tsx';

type ZonePopoverProps = {
  /** The button that opened it, and opens it again. */
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  zone: string;
  at: Date;
  onChange: (zone: string) => void;
};

/** The search for another time zone, under its button. */
export function ZonePopover({ trigger, open, onOpenChange, zone, at, onChange }: ZonePopoverProps) {
  return (
    // Modal, or the wheel would not scroll the list inside a dialog.
    <Popover.Root modal open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
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
              onOpenChange(false);
              if (next !== zone) onChange(next);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
