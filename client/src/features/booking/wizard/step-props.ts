import type { BookableExpert } from '../expert.ts';
import type { Hold } from './use-hold.ts';
import type { Wizard } from './use-wizard.ts';

/** What every step of the wizard gets. */
export type StepProps = {
  expert: BookableExpert;
  wizard: Wizard;
  hold: Hold;
  zone: string;
  onZoneChange: (zone: string) => void;
  onCancel: () => void;
};

/** What is needed to say why a time could not be held, and to lead on. */
export type ProblemProps = Pick<StepProps, 'expert' | 'wizard' | 'hold' | 'zone'> & { error: Error };
