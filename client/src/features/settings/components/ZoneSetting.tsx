import type { User } from '@serene/shared/contracts';
import { useState } from 'react';
import { ZonePicker } from '../../../components/ui/index.ts';
import { currentName } from '../../../lib/time/zones.ts';
import { useSaveAccount } from '../api/account.ts';
import { words } from '../words.ts';
import { SaveOutcome } from './SaveOutcome.tsx';
import { SettingCard } from './SettingCard.tsx';

type ZoneSettingProps = { user: User };

/** The zone that pages and mails tell times in. */
export function ZoneSetting({ user }: ZoneSettingProps) {
  const save = useSaveAccount();
  // Offsets in the picker are those of the day the page was opened.
  const [openedAt] = useState(() => new Date());
  const wanted = save.isPending ? save.variables.timezone : undefined;
  return (
    <SettingCard title={words.zone}>
      <p className="text-muted">{words.zoneHint}</p>
      <div className="-ml-2">
        <ZonePicker
          zone={currentName(wanted ?? user.timezone)}
          at={openedAt}
          onChange={(timezone) => save.isPending || save.mutate({ timezone })}
        />
      </div>
      <SaveOutcome save={save} />
    </SettingCard>
  );
}
