import { Tooltip as RadixTooltip } from 'radix-ui';
import type { ReactElement } from 'react';

type TooltipProps = {
  text: string;
  /** The control, which says the same to those who do not see the tooltip. */
  children: ReactElement;
};

/** Says what an icon means, to those who point at it or reach it by keyboard. Nothing is said by a tooltip alone. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <RadixTooltip.Provider delayDuration={400}>
      <RadixTooltip.Root>
        <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
        <RadixTooltip.Portal>
          <RadixTooltip.Content
            sideOffset={4}
            collisionPadding={8}
            className="z-60 max-w-64 animate-fade rounded-control bg-ink px-2 py-1 text-small text-bg"
          >
            {text}
          </RadixTooltip.Content>
        </RadixTooltip.Portal>
      </RadixTooltip.Root>
    </RadixTooltip.Provider>
  );
}
