import { offerLimits } from '@serene/shared/offers';
import { Alert } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { serverFaults } from '../../../../lib/forms/field-errors.ts';
import { words } from '../../list-words.ts';

type SwitchFailedProps = {
  error: Error | null;
  /** Whether somebody else saved another version meanwhile, which the row shows now. */
  isOvertaken: boolean;
};

/** Why an offer could not be switched on or off; it is as it was. */
export function SwitchFailed({ error, isOvertaken }: SwitchFailedProps) {
  if (error === null) return null;
  if (isOvertaken) {
    return (
      <Alert tone="warn" live="assertive">
        {words.overtaken}
      </Alert>
    );
  }
  const isFull = Object.hasOwn(serverFaults(error), 'isActive');
  return (
    <Alert tone="bad" live="assertive" title={words.notSwitched}>
      {isFull ? words.tooMany(offerLimits.active) : explain(error)}
    </Alert>
  );
}
