import { canonicalPassword, characterCount } from '@serene/shared/text';

/** The one part of the rule for passwords that the page can tell without the server: at least 12 characters. */
export function isShortPassword(password: string): boolean {
  return characterCount(canonicalPassword(password)) < 12;
}
