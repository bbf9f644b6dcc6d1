import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import type english from '../../messages/en.json';
import { locales, type Locale } from './locale.ts';

/** Messages as the build compiles them. */
export type Catalogue = Readonly<Record<string, CompiledMessage>>;

/** What can be said; an unknown key does not compile. That every language says it is tested. */
type MessageKey = keyof (typeof english)['messages'];

let active = language('en', {});
let isRead = false;

/**
 * Makes a language the one that is spoken. English needs no catalogue: the build writes it to where it is said.
 * @throws Error where words were read before: modules read theirs as they load, and would keep the wrong ones.
 */
export function speak(locale: Locale, catalogue: Catalogue): void {
  if (isRead) throw new Error('Words were read before the language was chosen.');
  active = language(locale, catalogue);
}

/** The language that is spoken. */
export function activeLocale(): Locale {
  return active.locale;
}

/** The language that is spoken, as `Intl` knows it. */
export function intlLocale(): string {
  return locales[active.locale].intl;
}

/**
 * The message of the spoken language, with its named arguments filled in.
 * The source names a key, `t('booking.next')`; the build puts its English beside it.
 */
export function t(message: MessageKey | readonly [MessageKey, CompiledMessage], values?: Values): string {
  isRead = true;
  const [key, english] = typeof message === 'string' ? [message, message] : message;
  const text = format(active.catalogue[key] ?? english, intlLocale(), values, active.options);
  // Only markup in a message would make it a list, and none has any.
  return typeof text === 'string' ? text : text.join('');
}

type Values = Readonly<Record<string, string | number>>;

function language(locale: Locale, catalogue: Catalogue) {
  const { intl } = locales[locale];
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const formatters: FormatOptions['formatters'] = {
    // Made at their first use: the first text of a page needs neither, and making them takes long on a phone.
    getPluralRules: () => (plurals ??= new Intl.PluralRules(intl)),
    getNumberFormat: () => (numbers ??= new Intl.NumberFormat(intl)),
    // Messages get their dates as text, in a zone that somebody chose.
    getDateTimeFormat: () => new Intl.DateTimeFormat(intl),
  };
  return { locale, catalogue, options: { formatters } };
}
