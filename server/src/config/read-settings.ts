import type { z } from 'zod';

/** What is wrong with one setting, to be read after its name: `must be …`. */
export type SettingProblem = { name: string; message: string };

type Shape = Readonly<Record<string, z.ZodType>>;
type Values<S extends Shape> = { [Name in keyof S]: z.output<S[Name]> };

/** Read settings: `values` lacks those that are wrong. */
type ReadSettings<S extends Shape> = { values: Partial<Values<S>>; problems: SettingProblem[] };

/** Settings whose value must not be repeated on a screen or in a log. */
const secretName = /SECRET|KEY|TOKEN|PASSWORD|URI|SMTP_URL|DSN/;

/**
 * Reads settings one by one, so that all that is wrong is told at once: what is missing, and for a wrong value what it
 * is and what is allowed. Empty settings count as absent.
 */
export function readSettings<S extends Shape>(shape: S, environment: NodeJS.ProcessEnv): ReadSettings<S> {
  const values: Record<string, unknown> = {};
  const problems: SettingProblem[] = [];
  for (const [name, kind] of Object.entries(shape)) {
    const given = environment[name] === '' ? undefined : environment[name];
    const result = kind.safeParse(given);
    if (result.success) values[name] = result.data;
    else problems.push({ name, message: given === undefined ? 'is required' : describe(name, given, result.error) });
  }
  // Each value came from its own schema; TypeScript cannot follow them through the loop.
  return { values: values as Partial<Values<S>>, problems };
}

/** Whether nothing is missing. */
export function isComplete<S extends Shape>(read: ReadSettings<S>): read is { values: Values<S>; problems: [] } {
  return read.problems.length === 0;
}

function describe(name: string, given: string, { issues }: z.ZodError): string {
  const allowed = [...new Set(issues.map(({ message }) => message))].join(', ');
  return secretName.test(name) ? allowed : `${allowed}, not ${JSON.stringify(given)}`;
}
