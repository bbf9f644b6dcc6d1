import { Switch as RadixSwitch } from 'radix-ui';
import type { ComponentProps } from 'react';

type SwitchProps = ComponentProps<typeof RadixSwitch.Root>;

/** Something that is on or off. It needs a label: `aria-label`, or a `<label>` of its `id`. */
export function Switch(props: SwitchProps) {
  return (
    <RadixSwitch.Root
      {...props}
      className="relative h-7 w-12 shrink-0 rounded-full border border-control bg-surface-2 data-[state=checked]:border-primary data-[state=checked]:bg-primary"
    >
      <RadixSwitch.Thumb className="block size-5 translate-x-0.5 rounded-full bg-control transition-transform duration-120 data-[state=checked]:translate-x-6 data-[state=checked]:bg-on-primary" />
    </RadixSwitch.Root>
  );
}
