import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Button, ConfirmDialog, LeaveGuard, Modal, StepFooter, Steps, StepTitle } from '../components/ui/index.ts';
import { Part } from './Part.tsx';

const steps = [
  { key: 'date', label: 'Date' },
  { key: 'time', label: 'Time' },
  { key: 'confirm', label: 'Confirm' },
];
const nothing = () => undefined;

/** What lies above the page, and what leads through a task. */
export function DialogParts() {
  const [shown, setShown] = useState<'modal' | 'question'>();
  const close = () => setShown(undefined);
  return (
    <>
      <Part name="Steps">
        {steps.map(({ key }) => (
          <Steps key={key} label={`At ${key}`} steps={steps} current={key} onGoTo={nothing} />
        ))}
      </Part>
      <Part name="StepFooter">
        <StepFooter
          back={{ label: 'Cancel', leaves: true, onPress: nothing }}
          next={{ label: 'Next', onPress: nothing }}
        />
        <StepFooter
          total="₹1,500 · 60 min"
          problem="Choose a time first."
          back={{ label: 'Back', onPress: nothing }}
          next={{ label: 'Pay', busy: 'Preparing…', onPress: nothing }}
        />
      </Part>
      <Part name="Modal, ConfirmDialog, StepTitle">
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setShown('modal')}>Open a dialog</Button>
          <Button variant="danger" onClick={() => setShown('question')}>
            Open a question
          </Button>
        </div>
        <Modal open={shown === 'modal'} title="A dialog" onClose={close}>
          <StepTitle title="Step 1 of 3: Date" />
          <p>Its content.</p>
        </Modal>
        {shown === 'question' && (
          <ConfirmDialog
            title="Cancel this session?"
            text="You get the full ₹1,500 back."
            keep="Keep session"
            confirm="Cancel and refund"
            onConfirm={close}
            onClose={close}
          />
        )}
      </Part>
      <Part name="LeaveGuard">
        <LeaveGuardInUse />
      </Part>
    </>
  );
}

function LeaveGuardInUse() {
  const [isDirty, setIsDirty] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button variant="secondary" onClick={() => setIsDirty(!isDirty)}>
        {isDirty ? 'Nothing is unsaved' : 'Something is unsaved'}
      </Button>
      <Link to="/" className="text-link underline">
        A way out
      </Link>
      <LeaveGuard isDirty={isDirty} text="Your changes would be lost." />
    </div>
  );
}
