import { useLeaveGuard } from '../../lib/use-leave-guard.ts';
import { Button } from './Button.tsx';
import { words } from './leave-words.ts';
import { Modal } from './Modal.tsx';

type LeaveGuardProps = {
  isDirty: boolean;
  /** What would be lost. */
  text: string;
};

/** Asks before unsaved changes are left behind, within the app and on closing the page. */
export function LeaveGuard({ isDirty, text }: LeaveGuardProps) {
  const { isAsking, stay, leave } = useLeaveGuard(isDirty);
  if (!isAsking) return null;
  return (
    <Modal open title={words.leaveTitle} onClose={stay}>
      <p className="mb-4">{text}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={stay}>{words.stay}</Button>
        <Button variant="secondary" onClick={leave}>
          {words.leave}
        </Button>
      </div>
    </Modal>
  );
}
