export { characterCount } from './character-count.ts';
export { canonicalPassword } from './canonical-password.ts';
export { graphemes, initial, initials, shorten } from './graphemes.ts';
export { emailAddress } from './email-address.ts';
export { canBeSeen, shownLine, shownText } from './shown-text.ts';
