import { useEffect, useRef } from 'react';
import type { FieldErrors } from '../../lib/forms/field-errors.ts';
import { words } from './words.ts';

type ErrorSummaryProps = {
  /** Faults by field. A new object means a new attempt, and moves the focus here again. */
  errors: FieldErrors;
  /** What stands before a field's name in its id. */
  idPrefix?: string;
  /** What is wrong with no single field. */
  general?: string | undefined;
};

/** All that is wrong with a form, at its top and in focus, each with a link to its field. */
export function ErrorSummary({ errors, idPrefix = '', general }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0 || general !== undefined) box.current?.focus();
  }, [errors, general]);
  const list = Object.entries(errors);
  if (list.length === 0 && general === undefined) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-control border border-bad-line bg-bad-soft p-4 focus:outline-2 focus:outline-offset-2 focus:outline-focus"
    >
      <h2 className="font-semibold text-bad">{words.problem}</h2>
      {general !== undefined && <p className="mt-1">{general}</p>}
      {list.length > 0 && (
        <ul className="mt-1 list-inside list-disc">
          {list.map(([name, message]) => (
            <li key={name}>
              <a
                href={`#${idPrefix}${name}`}
                className="text-link underline"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(idPrefix + name)?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
