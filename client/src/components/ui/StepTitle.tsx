import { useEffect, useRef } from 'react';
import { usePageTitle } from '../../lib/use-page-title.ts';

type StepTitleProps = { title: string };

/** The heading of a step in a dialog, which takes focus when the step begins, and the window's title. */
export function StepTitle({ title }: StepTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  usePageTitle(title);
  return (
    <h3 ref={heading} tabIndex={-1} className="text-lead font-semibold">
      {title}
    </h3>
  );
}
