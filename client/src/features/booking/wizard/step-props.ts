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
