import { useRef } from 'react';
import { Modal, Steps, type FocusTarget } from '../../../components/ui/index.ts';
import { signInPath, useViewerZone } from '../../auth/index.ts';
import { useBookFreeSession } from '../api/book-free-session.ts';
import type { BookableExpert } from '../expert.ts';
import { dialogScreens } from '../wizard/dialog-screens.ts';
import { useHold } from '../wizard/use-hold.ts';
import { useWizard, type WizardHome } from '../wizard/use-wizard.ts';
import { words } from '../words.ts';
import { BookingPayment } from './BookingPayment.tsx';
import { StepHeading } from './StepHeading.tsx';
import { WizardStepView } from './WizardStepView.tsx';

export type BookSessionModalProps = WizardHome & {
  expert: BookableExpert;
  isOpen: boolean;
  onClose: () => void;
  onSuccess: (sessionId: string) => void;
  /** A payment that did not come about: the gateway's reason, and the order that can still be paid. */
  onFailure?: (error: string, paymentId: string) => void;
  /** Where to sign in without losing the choice; by default the sign-in page, which leads back. */
  onSignInNeeded?: () => void;
  /** Where to choose again once this is not offered any more. */
  onOfferChanged?: () => void;
};

/** Books a session in four steps: date, time, confirmation, payment. The choices outlive the dialog. */
export function BookSessionModal({ expert, isOpen, onClose, onSuccess, ...props }: BookSessionModalProps) {
  const { onFailure, onSignInNeeded = goToSignIn, onOfferChanged } = props;
  const { zone, changeZone } = useViewerZone();
  const wizard = useWizard(props, zone);
  const bookFree = useBookFreeSession();
  const hold = useHold({ expert, wizard, zone, bookFree, onSignInNeeded, onOfferChanged, onBooked: onSuccess });
  const opener: FocusTarget = useRef<HTMLElement>(null);
  const { screen } = wizard.state;
  const isPaying = screen === 'payment' || screen === 'complete';
  return (
    <>
      <Modal steady open={isOpen && !isPaying} title={words.modalTitle(expert.name)} onClose={onClose} opener={opener}>
        <div className="flex min-h-full flex-col gap-4">
          <Steps
            label={words.stepsLabel}
            steps={dialogScreens.map((key) => ({ key, label: words.steps[key] }))}
            current={screen}
            onGoTo={(key) => {
              const target = dialogScreens.find((name) => name === key);
              if (target !== undefined) wizard.dispatch({ type: 'went-to', screen: target });
            }}
          />
          <WizardStepView
            // A new step starts afresh: its own hints, its heading in focus.
            key={screen}
            expert={expert}
            wizard={wizard}
            hold={hold}
            zone={zone}
            onZoneChange={changeZone}
            onCancel={onClose}
          />
        </div>
      </Modal>
      {isOpen && isPaying && (
        <BookingPayment
          key={wizard.state.paymentId}
          expert={expert}
          wizard={wizard}
          hold={hold}
          zone={zone}
          heading={<StepHeading step="payment" />}
          renderFrame={(content, close) => (
            <Modal steady open title={words.modalTitle(expert.name)} onClose={close} opener={opener}>
              {content}
            </Modal>
          )}
          onClose={onClose}
          onSuccess={onSuccess}
          onFailure={onFailure}
        />
      )}
    </>
  );
}

function goToSignIn(): void {
  window.location.assign(signInPath(window.location.pathname + window.location.search));
}
