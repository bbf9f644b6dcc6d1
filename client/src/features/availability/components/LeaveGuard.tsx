import { Button, Modal } from '../../../components/ui/index.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { words } from '../words.ts';

type LeaveGuardProps = { isDirty: boolean };

/** Asks before unsaved changes are left behind, within the app and on closing the page. */
export function LeaveGuard({ isDirty }: LeaveGuardProps) {
  const { isAsking, stay, leave } = useLeaveGuard(isDirty);
  if (!isAsking) return null;
  return (
    <Modal open title={words.leaveTitle} onClose={stay}>
      <p className="mb-4">{words.leaveText}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={stay}>{words.stay}</Button>
        <Button variant="secondary" onClick={leave}>
          {words.leave}
        </Button>
      </div>
    </Modal>
  );
}
