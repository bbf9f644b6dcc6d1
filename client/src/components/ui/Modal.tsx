import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { useReturnFocus, type FocusTarget } from './return-focus.ts';
import { words } from './words.ts';

type ModalProps = {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** Whether it keeps its height while its content comes and goes, as the steps of a task do. */
  steady?: boolean;
  /** Remembers the element to go back to. Dialogs that take turns share one. */
  opener?: FocusTarget;
};

/**
 * A dialog: a full-height sheet on phones, a centred card elsewhere. Esc and the close button ask `onClose`.
 * Content that focuses something of its own keeps that focus; otherwise the close button gets it.
 */
export function Modal({ open, title, onClose, children, steady = false, opener }: ModalProps) {
  const returnFocus = useReturnFocus(open, opener);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className={classNames(
            'fixed inset-0 z-50 flex animate-sheet flex-col bg-surface shadow-modal md:inset-auto md:top-1/2 md:left-1/2 md:w-140 md:max-w-[calc(100vw-2rem)] md:-translate-1/2 md:overflow-hidden md:rounded-modal md:border md:border-line',
            steady ? 'md:h-[min(46rem,calc(100dvh-2rem))]' : 'md:max-h-[min(46rem,calc(100dvh-2rem))]',
          )}
          onCloseAutoFocus={returnFocus}
        >
          <header className="flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-4 md:pl-6">
            <Dialog.Title className="text-lead font-semibold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={words.close}
              className="flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-surface-2"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </header>
          <div className="relative min-h-0 flex-1 overflow-y-auto p-4 md:px-6">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
