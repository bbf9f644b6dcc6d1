import { CircleX } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

/** What ties a control to its label, hint and error. */
type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
};

type FieldFrameProps = FieldProps & { id?: string | undefined; children: (control: ControlProps) => ReactNode };

/** Label above, hint under it, then the control, then its error in words and with an icon. */
export function FieldFrame({ label, hint, error, id, children }: FieldFrameProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = `${controlId}-hint`;
  const errorId = `${controlId}-error`;
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={controlId} className="font-medium">
        {label}
      </label>
      {hint !== undefined && (
        <p id={hintId} className="text-small text-muted">
          {hint}
        </p>
      )}
      {children({ id: controlId, 'aria-describedby': described || undefined, 'aria-invalid': error !== undefined })}
      {error !== undefined && (
        <p id={errorId} className="flex items-center gap-1 text-small font-medium text-bad">
          <CircleX aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}

/** A one-line text control. */
export function TextField({ label, hint, error, id, ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <FieldFrame label={label} hint={hint} error={error} id={id}>
      {(control) => <input {...input} {...control} className="control" />}
    </FieldFrame>
  );
}

/** A control for a longer text. */
export function TextAreaField({ label, hint, error, id, ...textarea }: FieldProps & ComponentProps<'textarea'>) {
  return (
    <FieldFrame label={label} hint={hint} error={error} id={id}>
      {(control) => <textarea rows={3} {...textarea} {...control} className="control" />}
    </FieldFrame>
  );
}

/** A choice from a short list, in the browser's own control. */
export function SelectField({ label, hint, error, id, children, ...select }: FieldProps & ComponentProps<'select'>) {
  return (
    <FieldFrame label={label} hint={hint} error={error} id={id}>
      {(control) => (
        <select {...select} {...control} className="control">
          {children}
        </select>
      )}
    </FieldFrame>
  );
}
