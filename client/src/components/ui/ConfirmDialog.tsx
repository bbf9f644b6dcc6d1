import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button, buttonClass } from './Button.tsx';
import { useReturnFocus } from './return-focus.ts';

type ConfirmDialogProps = {
  title: string;
  /** What will happen, in one or two sentences; read out together with the title. */
  text: ReactNode;
  /** The way out, which has the focus first: Enter must never do the harm. */
  keep: string;
  confirm: string;
  busy?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
  /** What else there is to fill in, or what went wrong. */
  children?: ReactNode;
};

/** A question before something that cannot be taken back. It is open for as long as it is rendered. */
export function ConfirmDialog({ title, text, keep, confirm, busy, onConfirm, onClose, children }: ConfirmDialogProps) {
  const returnFocus = useReturnFocus(true);
  return (
    // While the answer is on its way, closing would leave nobody to hear it.
    <AlertDialog.Root open onOpenChange={(next) => next || busy !== undefined || onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <AlertDialog.Content
          className="fixed inset-x-4 top-1/2 z-50 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-120 -translate-y-1/2 animate-fade flex-col gap-4 overflow-y-auto rounded-modal border border-line bg-surface p-5 shadow-modal md:p-6"
          onCloseAutoFocus={returnFocus}
        >
          <AlertDialog.Title className="text-h3 font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="-mt-2">{text}</div>
          </AlertDialog.Description>
          {children}
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel className={`${buttonClass('secondary')} max-sm:flex-1`}>{keep}</AlertDialog.Cancel>
            {/* Not an AlertDialog.Action, which would close before the answer is here. */}
            <Button variant="danger" className="max-sm:flex-1" busy={busy} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
