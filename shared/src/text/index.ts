export { canonicalPassword } from './canonical-password.ts';
export { characterCount } from './character-count.ts';
export { emailAddress } from './email-address.ts';
export { initial, initials, shorten } from './graphemes.ts';
export { canBeSeen, shownLine, shownText } from './shown-text.ts';
