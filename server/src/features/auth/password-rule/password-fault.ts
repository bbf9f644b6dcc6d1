import { commonPasswords } from './common-passwords.ts';
import { compact, plain, repeatedPart, reversed, spelledOut, undecorated } from './disguises.ts';
import { withoutRuns } from './runs.ts';

/** Whose password it is to be. */
export type PasswordOwner = { name: string; email: string };

const fault = {
  predictable:
    'It is one character, a short pattern or keys in a row: choose something nobody would try, such as four words',
  common: 'It is, or is hardly more than, a password that many people use: choose another, such as four words',
  personal: 'It is hardly more than your name or email address: choose something that others do not know',
} as const;

/** Less than this beside what can be guessed is decoration. */
const substance = { letters: 4, lettersAndDigits: 8 };

/**
 * What makes a password easy to guess, in words for whoever chooses it; null where nothing does. Its length is another
 * question. What is looked for is found in capitals, reversed, with signs for letters, repeated, and decorated.
 */
export async function passwordFault(password: string, owner: PasswordOwner): Promise<string | null> {
  const text = plain(password);
  const readings = [...new Set([text, spelledOut(text), reversed(text), spelledOut(reversed(text))])];
  if (readings.some(isPersonal(owner))) return fault.personal;
  if (readings.some(isPredictable)) return fault.predictable;
  const common = await commonPasswords();
  if (readings.some((reading) => coresOf(reading).some((core) => common.has(core)))) return fault.common;
  return null;
}

function isPredictable(text: string): boolean {
  const shown = text.replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]/gu, '');
  return (
    new Set(shown).size < 3 ||
    withoutRuns(shown).length < substance.letters ||
    withoutRuns(squeezed(shown)).length < substance.letters
  );
}

/** "112233" as "123". */
function squeezed(text: string): string {
  return text.replaceAll(/(.)\1+/gsu, '$1');
}

/** What may be a common password inside a longer one. A core of two or three letters is in any password. */
function coresOf(text: string): string[] {
  const bare = [text, compact(text), withoutRuns(text)].flatMap((one) => [one, undecorated(one)]);
  return bare
    .flatMap((one) => [one, spelledOut(one), repeatedPart(one), spelledOut(repeatedPart(one))])
    .filter((core) => core.length > 3);
}

function isPersonal(owner: PasswordOwner): (text: string) => boolean {
  const facts = factsOf(owner);
  return (text) => {
    const whole = compact(text);
    const left = facts.reduce((rest, fact) => rest.replaceAll(fact, ' '), whole);
    return left !== whole && !hasSubstance(withoutRuns(left));
  };
}

function hasSubstance(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= substance.letters || compact(text).length >= substance.lettersAndDigits;
}

/** The address and the name, whole and in parts, the longest first. */
function factsOf({ name, email }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@');
  const parts = [...name.split(/[^\p{L}\p{M}]+/u), ...local.split(/[^\p{L}\p{M}]+/u), ...domain.split('.')].map(
    compact,
  );
  const whole = [email, local, name].map(compact).filter((fact) => fact.length > 1);
  return [...new Set([...whole, ...parts.filter((part) => part.length > 2)])].toSorted(
    (one, other) => other.length - one.length,
  );
}
