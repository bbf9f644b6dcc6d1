import { useState } from 'react';
import { Alert, Button } from '../../../components/ui/index.ts';
import { kept } from '../../../lib/guarded/storage.ts';
import { browserZone, cityOf, zoneName, zoneOffset } from '../../../lib/time/zones.ts';
import { useViewerZone } from '../viewer-zone.ts';
import { words } from '../words.ts';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';

const stored = 'serene.zone-kept';

/** Asks once a traveller whether times shall follow them; who keeps the profile's zone is not asked again there. */
export function ZoneNotice() {
  const { zone, changeZone } = useViewerZone();
  const here = browserZone();
  const openedAt = useOpeningTime();
  const [keptFor, setKeptFor] = useState(() => kept.read(stored));
  if (here === null) return null;
  const isSameTime = zoneOffset(here, openedAt) === zoneOffset(zone, openedAt);
  if (isSameTime || keptFor === `${here} ${zone}`) return null;
  const keep = () => {
    kept.write(stored, `${here} ${zone}`);
    setKeptFor(`${here} ${zone}`);
  };
  return (
    <Alert
      tone="info"
      title={words.elsewhere(cityOf(here))}
      actions={
        <>
          <Button onClick={() => changeZone(here)}>{words.switchZone}</Button>
          <Button variant="secondary" onClick={keep}>
            {words.keepZone(cityOf(zone))}
          </Button>
        </>
      }
    >
      {words.showTimesIn(zoneName(here))}
    </Alert>
  );
}
