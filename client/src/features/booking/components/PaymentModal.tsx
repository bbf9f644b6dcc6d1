import { Modal, type FocusTarget } from '../../../components/ui/index.ts';
import { words } from '../words.ts';
import { PaymentFlow, type PaymentFlowProps } from './PaymentFlow.tsx';
import { StepHeading } from './StepHeading.tsx';

export type PaymentModalProps = Omit<PaymentFlowProps, 'renderFrame' | 'heading'> & { opener?: FocusTarget };

/** The fourth step of the dialog: the payment. */
export function PaymentModal({ opener, ...props }: PaymentModalProps) {
  return (
    <PaymentFlow
      {...props}
      heading={<StepHeading step="payment" />}
      renderFrame={(content, close) => (
        <Modal
          steady
          open
          title={words.modalTitle(props.bookingDetails.expertName)}
          onClose={close}
          {...(opener === undefined ? {} : { opener })}
        >
          {content}
        </Modal>
      )}
    />
  );
}
