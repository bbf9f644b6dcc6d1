import { useEffect, useEffectEvent } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Downloads the receipt where the address asks for it, as the button of an email does, after a sign-in if need be. It
 * asks once: the address forgets it, so that a reload or the way back does not download it again.
 */
export function useLinkedReceipt(canDownload: boolean, download: () => void): void {
  const [search, setSearch] = useSearchParams();
  const isAsked = canDownload && search.has('receipt');
  const run = useEffectEvent(() => {
    const rest = new URLSearchParams(search);
    rest.delete('receipt');
    setSearch(rest, { replace: true });
    download();
  });
  useEffect(() => {
    if (isAsked) run();
  }, [isAsked]);
}
