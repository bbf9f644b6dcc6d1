import { useEffect, useRef } from 'react';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { wizardSteps, type WizardStep } from '../wizard/state.ts';
import { words } from '../words.ts';

type StepHeadingProps = { step: WizardStep };

/** `Step 2 of 4: Select Time`, which takes focus when the step begins, and the window's title. */
export function StepHeading({ step }: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const title = words.stepTitle(wizardSteps.indexOf(step) + 1, words.steps[step]);
  usePageTitle(title);
  return (
    <h3 ref={heading} tabIndex={-1} className="text-lead font-semibold">
      {title}
    </h3>
  );
}
