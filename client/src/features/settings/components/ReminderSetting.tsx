import type { User } from '@serene/shared/contracts';
import { useId } from 'react';
import { Card, Switch } from '../../../components/ui/index.ts';
import { useSaveAccount } from '../api/account.ts';
import { words } from '../words.ts';
import { SaveOutcome } from './SaveOutcome.tsx';

type ReminderSettingProps = { user: User };

/** Whether the person is reminded of their sessions by mail (E2). */
export function ReminderSetting({ user }: ReminderSettingProps) {
  const id = useId();
  const save = useSaveAccount();
  const wanted = save.isPending ? save.variables.reminders : undefined;
  return (
    <Card title={words.reminders}>
      <div className="flex items-start justify-between gap-4">
        <div>
          <label htmlFor={id} className="font-medium">
            {words.remind}
          </label>
          <p id={`${id}-hint`} className="text-muted">
            {words.remindHint}
          </p>
        </div>
        <Switch
          id={id}
          aria-describedby={`${id}-hint`}
          aria-busy={save.isPending}
          checked={wanted ?? user.reminders}
          onCheckedChange={(reminders) => save.isPending || save.mutate({ reminders })}
        />
      </div>
      <SaveOutcome save={save} />
    </Card>
  );
}
