import type { HourlyOffer } from '@serene/shared/contracts';
import { durations } from '@serene/shared/scheduling';
import { useState } from 'react';
import { Card, TextField, type NoticeText } from '../../../../components/ui/index.ts';
import type { ExpertRules } from '../../api/own-offers.ts';
import { conflictingHour, useSaveHourlyOffer } from '../../api/save-offer.ts';
import { choiceOfHourlyDraft } from '../../draft/draft-choice.ts';
import {
  hourlyBodyOf,
  hourlyDraftOf,
  hourlyFaultsOf,
  hourlyRefusalsOf,
  type HourlyDraft,
} from '../../draft/hourly-draft.ts';
import { words as editorWords } from '../../editor-words.ts';
import { hourlyFieldNames } from '../../field-words.ts';
import { hourlyDifferences } from '../../field-texts.ts';
import { hourWords as words, words as savingWords } from '../../saving-words.ts';
import { useEditor } from '../../use-editor.ts';
import { ActiveSwitch } from './ActiveSwitch.tsx';
import { CurrencySelect } from './CurrencySelect.tsx';
import { EditorFrame } from './EditorFrame.tsx';
import { LengthChoices } from './LengthChoices.tsx';
import { OfferPreview } from './OfferPreview.tsx';
import { SaveOutcome } from './SaveOutcome.tsx';
import { idPrefix } from './section-props.ts';
import { VersionConflict } from './VersionConflict.tsx';

type HourlyOfferEditorProps = { hour: HourlyOffer; rules: ExpertRules };

const none = () => ({});

/** The expert's hour to edit: its rate and currency, its lengths, and whether it is offered. */
export function HourlyOfferEditor({ hour, rules }: HourlyOfferEditorProps) {
  const save = useSaveHourlyOffer();
  const [notice, setNotice] = useState<NoticeText>();
  const [isOther, setIsOther] = useState(false);
  const editor = useEditor<HourlyDraft, HourlyOffer>({
    opened: hour,
    draftOf: hourlyDraftOf,
    faultsOf: hourlyFaultsOf,
    contradictionsOf: none,
    refusalsOf: hourlyRefusalsOf,
    send: (draft, saved, answered) => {
      setNotice(undefined);
      save.mutate(hourlyBodyOf(draft, saved), answered);
    },
    onSaved: ({ isActive }) => setNotice({ tone: 'ok', title: isActive ? savingWords.saved : savingWords.savedHidden }),
  });
  const { draft, faults, change, leave } = editor;
  const theirs = conflictingHour(save.error);
  const isExplained = theirs !== undefined || Object.keys(editor.summary).length > 0;
  const giveUp = (isForOther: boolean, doIt: () => void) => {
    setIsOther(isForOther);
    save.reset();
    doIt();
  };

  return (
    <EditorFrame
      summary={editor.summary}
      count={editor.changed.length}
      isSaving={save.isPending}
      onSubmit={editor.submit}
      onDiscard={() => giveUp(false, editor.discard)}
      preview={<OfferPreview offer={choiceOfHourlyDraft(draft, rules)} isActive={draft.isActive} />}
      outcome={
        <SaveOutcome
          notice={notice}
          error={isExplained ? null : save.error}
          bringBack={editor.bringBack}
          isOther={isOther}
        />
      }
    >
      {theirs !== undefined && (
        <VersionConflict
          differences={hourlyDifferences(draft, hourlyDraftOf(theirs))}
          onKeep={() => editor.keepMine(theirs)}
          onTake={() => giveUp(true, () => editor.takeTheirs(theirs))}
        />
      )}
      <Card title={editorWords.lengthAndPrice} text={words.intro}>
        <ActiveSwitch isOn={draft.isActive} error={faults['isActive']} onChange={(isActive) => change({ isActive })} />
        <TextField
          id={`${idPrefix}rate`}
          label={hourlyFieldNames.rate}
          hint={words.rateHint}
          inputMode="decimal"
          autoComplete="off"
          value={draft.rate}
          error={faults['rate']}
          onChange={(event) => change({ rate: event.target.value })}
          onBlur={() => leave('rate')}
        />
        <CurrencySelect
          currency={draft.currency}
          hint={words.currencyHint}
          error={faults['currency']}
          onChange={(currency) => change({ currency })}
        />
        <LengthChoices
          choices={durations}
          chosen={draft.durations}
          error={faults['durations']}
          onChange={(chosen) => change({ durations: chosen })}
        />
      </Card>
    </EditorFrame>
  );
}
