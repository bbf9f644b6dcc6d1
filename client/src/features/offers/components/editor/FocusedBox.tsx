import { useEffect, useRef, type ReactNode } from 'react';

/** A message that takes the focus as it appears: what was pressed for it is gone, or far away. */
export function FocusedBox({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="rounded-control outline-offset-2">
      {children}
    </div>
  );
}
