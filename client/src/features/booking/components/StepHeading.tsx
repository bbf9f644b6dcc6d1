import { StepTitle } from '../../../components/ui/index.ts';
import { wizardSteps, type WizardStep } from '../wizard/state.ts';
import { words } from '../words.ts';

type StepHeadingProps = { step: WizardStep };

/** `Step 2 of 4: Select Time` */
export function StepHeading({ step }: StepHeadingProps) {
  return <StepTitle title={words.stepTitle(wizardSteps.indexOf(step) + 1, words.steps[step])} />;
}
