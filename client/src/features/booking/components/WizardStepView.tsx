import type { BookableExpert } from '../expert.ts';
import type { Hold } from '../wizard/use-hold.ts';
import type { Wizard } from '../wizard/use-wizard.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { DateStep } from './DateStep.tsx';
import { TimeStep } from './TimeStep.tsx';

export type StepProps = {
  expert: BookableExpert;
  wizard: Wizard;
  hold: Hold;
  zone: string;
  onZoneChange: (zone: string) => void;
  onCancel: () => void;
};

/** The step the wizard stands on. */
export function WizardStepView(props: StepProps) {
  switch (props.wizard.state.step) {
    case 'select-date':
      return <DateStep {...props} />;
    case 'select-time':
      return <TimeStep {...props} />;
    case 'confirm':
      return <ConfirmStep {...props} />;
    case 'payment':
      return null;
  }
}
