export { characterCount } from './character-count.ts';
export { canonicalPassword } from './canonical-password.ts';
