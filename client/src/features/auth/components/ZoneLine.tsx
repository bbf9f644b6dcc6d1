import { Suspense, type ReactNode } from 'react';
import { useViewerZone } from '../viewer-zone.ts';
import { lazyPart } from '../../../lib/lazy-part.ts';

// Nearly every browser knows its zone.
const UnknownZone = lazyPart(async () => (await import('./UnknownZone.tsx')).UnknownZone);

type ZoneLineProps = {
  /** What stands beside times whose zone is known. */
  children?: ReactNode;
  /** Offers another zone; by default the one of the page. */
  picker?: ReactNode;
};

/** Stands beside times: where the viewer's zone is not known, it says so and offers to choose one. */
export function ZoneLine({ children, picker }: ZoneLineProps) {
  const { isStandIn } = useViewerZone();
  if (!isStandIn) return children;
  return (
    <Suspense>
      <UnknownZone picker={picker} />
    </Suspense>
  );
}
