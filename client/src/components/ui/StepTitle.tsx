import { useEffect, useEffectEvent, useRef } from 'react';
import { usePageTitle } from '../../lib/use-page-title.ts';

type StepTitleProps = {
  title: string;
  /** Whether the focus stays where it is. */
  quiet?: boolean;
};

/** The heading of a step in a dialog, which takes focus when the step begins, and the window's title. */
export function StepTitle({ title, quiet = false }: StepTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = useEffectEvent(() => quiet || heading.current?.focus());
  useEffect(() => {
    focus();
  }, []);
  usePageTitle(title);
  return (
    <h3 ref={heading} tabIndex={-1} className="text-lead font-semibold">
      {title}
    </h3>
  );
}
