import { StepTitle } from '../../../components/ui/index.ts';
import { dialogScreens, type DialogScreen } from '../wizard/dialog-screens.ts';
import { words } from '../words.ts';

type StepHeadingProps = { step: DialogScreen };

/** `Step 2 of 4: Select Time` */
export function StepHeading({ step }: StepHeadingProps) {
  return <StepTitle title={words.stepTitle(dialogScreens.indexOf(step) + 1, words.steps[step])} />;
}
