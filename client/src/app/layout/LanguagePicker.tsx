import { Languages } from 'lucide-react';
import { noteChosenLanguage, useCurrentUser } from '../../features/auth/index.ts';
import { keepLocale, localeCodes, locales, type Locale } from '../../lib/messages/locale.ts';
import { activeLocale } from '../../lib/messages/translate.ts';
import { words } from '../words.ts';

type LanguagePickerProps = {
  /** Where there is little room, only the languages one could change to. */
  offer?: 'all' | 'others';
};

/**
 * The languages, each in its own words. A choice loads the page again: what was chosen before is in its address. The
 * mails of a person who is signed in follow it.
 */
export function LanguagePicker({ offer = 'all' }: LanguagePickerProps) {
  const active = activeLocale();
  const { data: user } = useCurrentUser();
  const change = (locale: Locale) => {
    keepLocale(locale);
    if (user !== null) noteChosenLanguage(user?.id);
    window.location.reload();
  };
  const offered = offer === 'all' ? localeCodes : localeCodes.filter((code) => code !== active);
  return (
    <fieldset className="flex min-w-0 items-center text-ink">
      <legend className="sr-only">{words.language}</legend>
      <Languages aria-hidden strokeWidth={1.75} className="size-5" />
      {offered.map((code) => (
        <button
          key={code}
          type="button"
          lang={locales[code].lang}
          aria-pressed={offer === 'all' ? code === active : undefined}
          className="min-h-11 rounded-control px-3 hover:bg-surface-2 aria-pressed:font-semibold aria-pressed:text-link"
          onClick={() => code !== active && change(code)}
        >
          {words.languages[code]}
        </button>
      ))}
    </fieldset>
  );
}
