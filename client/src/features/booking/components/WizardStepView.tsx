import { ConfirmStep } from './ConfirmStep.tsx';
import { DateStep } from './DateStep.tsx';
import type { StepProps } from '../wizard/step-props.ts';
import { TimeStep } from './TimeStep.tsx';

/** The step the wizard stands on. */
export function WizardStepView(props: StepProps) {
  switch (props.wizard.state.screen) {
    case 'select-date':
      return <DateStep {...props} />;
    case 'select-time':
      return <TimeStep {...props} />;
    case 'confirm':
      return <ConfirmStep {...props} />;
    default:
      return null;
  }
}
