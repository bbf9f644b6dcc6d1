import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { Button, Modal } from '../../../components/ui/index.ts';
import { words } from '../words.ts';

type LeaveGuardProps = { isDirty: boolean };

/** Asks before unsaved changes are left behind, within the app and on closing the page. */
export function LeaveGuard({ isDirty }: LeaveGuardProps) {
  const blocker = useBlocker(isDirty);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Modal open title={words.leaveTitle} onClose={blocker.reset}>
      <p className="mb-4">{words.leaveText}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={blocker.reset}>{words.stay}</Button>
        <Button variant="secondary" onClick={blocker.proceed}>
          {words.leave}
        </Button>
      </div>
    </Modal>
  );
}
