import type { User } from '@serene/shared/contracts';
import { useId } from 'react';
import { Card, RadioOption } from '../../../components/ui/index.ts';
import { localeCodes, locales, type Locale } from '../../../lib/messages/locale.ts';
import { regionalLocale } from '../../../lib/messages/regional-locale.ts';
import { useSaveAccount } from '../api/account.ts';
import { words } from '../words.ts';
import { SaveOutcome } from './SaveOutcome.tsx';

type MailLanguageSettingProps = { user: User };

/** The language that the person is written to in. */
export function MailLanguageSetting({ user }: MailLanguageSettingProps) {
  const id = useId();
  const save = useSaveAccount();
  const wanted = save.isPending ? save.variables.locale : undefined;
  const chosen = languageOf(wanted ?? user.locale);
  return (
    <Card title={words.mailLanguage}>
      <p id={`${id}-hint`} className="text-muted">
        {words.mailLanguageHint}
      </p>
      <div
        role="radiogroup"
        aria-label={words.mailLanguage}
        aria-describedby={`${id}-hint`}
        aria-busy={save.isPending}
        className="flex flex-wrap gap-2"
      >
        {localeCodes.map((code) => (
          <RadioOption
            key={code}
            name={id}
            checked={code === chosen}
            onChoose={() => save.isPending || save.mutate({ locale: regionalLocale(code) })}
            className="group gap-2 border border-control px-4 hover:bg-surface-2 has-checked:border-primary has-checked:bg-primary-soft has-checked:font-semibold has-checked:text-on-primary-soft"
          >
            <span
              aria-hidden
              className="size-4 shrink-0 rounded-full border border-control group-has-checked:border-5 group-has-checked:border-primary"
            />
            <span lang={locales[code].lang}>{words.languages[code]}</span>
          </RadioOption>
        ))}
      </div>
      <SaveOutcome save={save} />
    </Card>
  );
}

/** Mails to people of other languages are in English. */
function languageOf(locale: string | null): Locale {
  return localeCodes.find((code) => code === locale?.split('-')[0]) ?? 'en';
}
