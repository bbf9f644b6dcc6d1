import { intlLocale } from './messages/translate.ts';

/** `Hindi, English`: several things of one kind in one line, without an "and". */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(intlLocale(), { type: 'unit', style: 'short' }).format(items);
}
