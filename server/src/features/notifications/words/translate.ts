import compile from 'icu-minify/compile';
import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import type { Language } from '../reader-locale.ts';
import english from './en.json';
import hindi from './hi.json';

type MessageKey = keyof (typeof english)['messages'];

/** A message that a catalogue lacks does not compile. */
const catalogues: Record<Language, { intl: string; messages: Record<MessageKey, string> }> = {
  en: { intl: 'en-IN', messages: english.messages },
  hi: { intl: 'hi-IN-u-nu-latn', messages: hindi.messages },
};

type Values = Readonly<Record<string, string | number>>;

/** The message of a language, with its named arguments filled in. Dates and amounts arrive as text. */
export type Translate = (key: MessageKey, values?: Values) => string;

/** The same words in every language; a template picks those of its reader. */
export function inEveryLanguage<Words>(say: (t: Translate) => Words): Record<Language, Words> {
  return { en: say(translator('en')), hi: say(translator('hi')) };
}

function translator(language: Language): Translate {
  const { intl, messages } = catalogues[language];
  const plurals = new Intl.PluralRules(intl);
  const numbers = new Intl.NumberFormat(intl);
  const formatters: FormatOptions['formatters'] = {
    getPluralRules: () => plurals,
    getNumberFormat: () => numbers,
    getDateTimeFormat: () => new Intl.DateTimeFormat(intl),
  };
  const compiled = new Map<MessageKey, CompiledMessage>();
  return (key, values) => {
    let message = compiled.get(key);
    if (message === undefined) {
      message = compile(messages[key]);
      compiled.set(key, message);
    }
    const text = format(message, intl, values, { formatters });
    // Only markup in a message would make it a list, and none has any.
    return typeof text === 'string' ? text : text.join('');
  };
}
