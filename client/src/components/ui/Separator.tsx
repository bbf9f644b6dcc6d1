import { Separator as RadixSeparator } from 'radix-ui';

/** A line between two parts, for the eye alone. */
export function Separator() {
  return <RadixSeparator.Root decorative className="h-px bg-line" />;
}
