import type { ReactNode } from 'react';
import { ZonePicker } from '../../../components/ui/index.ts';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';
import { zoneName } from '../../../lib/time/zones.ts';
import { useViewerZone } from '../viewer-zone.ts';
import { words } from '../zone-words.ts';

/** Says in which zone times are shown instead of the viewer's own, which nobody knows. */
export function UnknownZone({ picker }: { picker?: ReactNode }) {
  const { zone, changeZone } = useViewerZone();
  const openedAt = useOpeningTime();
  return (
    <div className="flex flex-wrap items-center text-small text-muted">
      <p>{words.unknownZone(zoneName(zone))}</p>
      {picker ?? <ZonePicker zone={zone} onChange={changeZone} at={openedAt} />}
    </div>
  );
}
