import { hasCode } from '../api/errors.ts';

/** Faults by field, in words. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The text of a form field as it was typed. */
export function rawText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The text of a form field, without the spaces around it. */
export function fieldText(form: FormData, name: string): string {
  return rawText(form, name).trim();
}

/** Drops the fields that are fine. */
export function faults(checked: Record<string, string | false>): FieldErrors {
  const wrong: Record<string, string> = {};
  for (const [name, fault] of Object.entries(checked)) if (fault !== false) wrong[name] = fault;
  return wrong;
}

/** What the server found wrong with the body of a request, by field. */
export function serverFaults(error: unknown): FieldErrors {
  if (!hasCode(error, 'VALIDATION_FAILED')) return {};
  const issues = error.details?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path, message]));
}
