import type { ReactNode } from 'react';
import type { FieldErrors } from '../../lib/forms/field-errors.ts';
import { ErrorSummary } from './ErrorSummary.tsx';

type FormProps = {
  /** Names the form. */
  label: string;
  /** All that was wrong when it was sent; a new object is a new attempt. */
  errors: FieldErrors;
  /** What is wrong with no single field. */
  general?: string | undefined;
  /** What stands before a field's name in its id. */
  idPrefix?: string;
  /** While it is being sent, it cannot be sent again. */
  isSending: boolean;
  onSend: () => void;
  children: ReactNode;
};

/** A form that says at its top what is wrong with it, checks by our own words instead of the browser's, and is sent once. */
export function Form({ label, errors, general, idPrefix = '', isSending, onSend, children }: FormProps) {
  return (
    <form
      noValidate
      aria-label={label}
      aria-busy={isSending}
      className="flex min-w-0 flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) onSend();
      }}
    >
      <ErrorSummary errors={errors} idPrefix={idPrefix} general={general} />
      {children}
    </form>
  );
}
