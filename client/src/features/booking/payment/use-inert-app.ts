import { useEffect } from 'react';

/**
 * Takes the app out of reach while the gateway's overlay is open: its focus trap and ours would fight over every
 * key (no dialog of ours may be mounted then, see `PaymentModal`).
 */
export function useInertApp(inert: boolean): void {
  useEffect(() => {
    const root = document.getElementById('root');
    if (!inert || root === null) return;
    root.inert = true;
    return () => {
      root.inert = false;
    };
  }, [inert]);
}
