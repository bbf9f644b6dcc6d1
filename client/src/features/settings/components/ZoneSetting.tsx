import type { User } from '@serene/shared/contracts';
import { Card, ZonePicker } from '../../../components/ui/index.ts';
import { knownZone } from '../../../lib/time/zones.ts';
import { useViewerZone, ZoneLine } from '../../auth/index.ts';
import { useSaveAccount } from '../api/account.ts';
import { words } from '../words.ts';
import { SaveOutcome } from './SaveOutcome.tsx';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';

type ZoneSettingProps = { user: User };

/** The zone that pages and mails tell times in. */
export function ZoneSetting({ user }: ZoneSettingProps) {
  const save = useSaveAccount();
  // Offsets in the picker are those of the day the page was opened.
  const openedAt = useOpeningTime();
  const wanted = knownZone(save.isPending ? save.variables.timezone : user.timezone);
  const viewer = useViewerZone();
  const picker = (
    <ZonePicker
      zone={wanted ?? viewer.zone}
      at={openedAt}
      onChange={(timezone) => save.isPending || save.mutate({ timezone })}
    />
  );
  return (
    <Card title={words.zone}>
      <p className="text-muted">{words.zoneHint}</p>
      <div className="-ml-2">
        <ZoneLine picker={picker}>{picker}</ZoneLine>
      </div>
      <SaveOutcome save={save} />
    </Card>
  );
}
