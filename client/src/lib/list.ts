import { intlLocale } from './messages/translate.ts';

let formatter: Intl.ListFormat | undefined;

/** `Hindi, English`: several things of one kind in one line, without an "and". */
export function formatList(items: readonly string[]): string {
  formatter ??= new Intl.ListFormat(intlLocale(), { type: 'unit', style: 'short' });
  return formatter.format(items);
}
