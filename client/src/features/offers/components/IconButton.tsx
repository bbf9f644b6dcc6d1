import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Tooltip } from '../../../components/ui/index.ts';
import { classNames } from '../../../lib/class-names.ts';

type IconButtonProps = {
  icon: LucideIcon;
  label: string;
  /** There is nothing to do now; the button keeps the focus that it has. */
  isOff?: boolean;
  isDanger?: boolean;
  onPress: () => void;
};

/** A button of an icon alone, which says what it does to those who point at it, and to those who hear it. */
export function IconButton({ icon: Icon, label, isOff = false, isDanger = false, onPress }: IconButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    // What it moved took the button along, and a browser drops the focus of an element that moves.
    if (wasPressed.current) button.current?.focus();
    wasPressed.current = false;
  });
  return (
    <Tooltip text={label}>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-disabled={isOff}
        className={classNames(
          'flex size-11 shrink-0 items-center justify-center rounded-control',
          isOff ? 'cursor-default text-line' : 'hover:bg-surface-2',
          isDanger && 'text-bad',
        )}
        onClick={() => {
          if (isOff) return;
          wasPressed.current = true;
          onPress();
        }}
      >
        <Icon aria-hidden strokeWidth={1.75} className="size-5" />
      </button>
    </Tooltip>
  );
}
