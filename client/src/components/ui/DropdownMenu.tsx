import { EllipsisVertical, type LucideIcon } from 'lucide-react';
import { DropdownMenu as RadixMenu } from 'radix-ui';
import { Fragment, useRef } from 'react';
import { classNames } from '../../lib/class-names.ts';

export type MenuItem = { label: string; icon: LucideIcon; isDanger?: boolean; onSelect: () => void };

type DropdownMenuProps = {
  /** What the button with the three dots is called. */
  label: string;
  /** What can be done; a line stands between two groups. */
  groups: readonly (readonly MenuItem[])[];
};

/** Further actions behind a button with three dots. */
export function DropdownMenu({ label, groups }: DropdownMenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<() => void>(undefined);
  const shown = groups.filter((group) => group.length > 0);
  // Only when the focus is back on the button: a dialog that the action opens returns it there when it closes.
  const act = (event: Event) => {
    event.preventDefault();
    trigger.current?.focus();
    chosen.current?.();
    chosen.current = undefined;
  };
  return (
    <RadixMenu.Root modal={false}>
      <RadixMenu.Trigger
        ref={trigger}
        aria-label={label}
        className="flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-surface-2 data-[state=open]:bg-surface-2"
      >
        <EllipsisVertical aria-hidden className="size-5" />
      </RadixMenu.Trigger>
      <RadixMenu.Portal>
        <RadixMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={act}
          className="z-30 min-w-48 animate-fade rounded-card border border-line bg-surface p-1 shadow-raised"
        >
          {shown.map((items, group) => (
            <Fragment key={items.map((item) => item.label).join()}>
              {group > 0 && <RadixMenu.Separator className="my-1 h-px bg-line" />}
              {items.map(({ label: text, icon: Icon, isDanger = false, onSelect }) => (
                <RadixMenu.Item
                  key={text}
                  onSelect={() => {
                    chosen.current = onSelect;
                  }}
                  className={classNames(
                    'flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 outline-none data-highlighted:bg-surface-2 data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-focus',
                    isDanger && 'text-bad',
                  )}
                >
                  <Icon aria-hidden strokeWidth={1.75} className="size-5 shrink-0" />
                  {text}
                </RadixMenu.Item>
              ))}
            </Fragment>
          ))}
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  );
}
