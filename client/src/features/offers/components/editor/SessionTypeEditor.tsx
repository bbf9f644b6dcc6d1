import type { SessionType } from '@serene/shared/contracts';
import { useState } from 'react';
import type { NoticeText } from '../../../../components/ui/index.ts';
import { hasCode } from '../../../../lib/api/errors.ts';
import type { ExpertRules } from '../../api/own-offers.ts';
import { conflictingType, useSaveOffer } from '../../api/save-offer.ts';
import { choiceOfDraft } from '../../draft/draft-choice.ts';
import { bodyOf, draftOf, emptyDraft, type OfferDraft } from '../../draft/offer-draft.ts';
import { contradictionsOf, faultsOf } from '../../draft/offer-faults.ts';
import { refusalsOf } from '../../draft/refusals.ts';
import { words } from '../../editor-words.ts';
import { offerDifferences } from '../../field-texts.ts';
import { words as savingWords } from '../../saving-words.ts';
import { useEditor } from '../../use-editor.ts';
import { unsoldReason } from '../../unsold-reason.ts';
import { AudienceSection } from './AudienceSection.tsx';
import { EditorFrame } from './EditorFrame.tsx';
import { GoneOffer } from './GoneOffer.tsx';
import { OfferPreview } from './OfferPreview.tsx';
import { PlaceSection } from './PlaceSection.tsx';
import { PriceSection } from './PriceSection.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';
import { RulesSection } from './RulesSection.tsx';
import { SaveOutcome } from './SaveOutcome.tsx';
import { VersionConflict } from './VersionConflict.tsx';
import { WhatSection } from './WhatSection.tsx';

type SessionTypeEditorProps = {
  /** Null is a new one. */
  sessionType: SessionType | null;
  rules: ExpertRules;
  onCreated: (sessionType: SessionType) => void;
};

/** A session type to edit: everything about it in one form, saved together, with its card beside it. */
export function SessionTypeEditor({ sessionType, rules, onCreated }: SessionTypeEditorProps) {
  const save = useSaveOffer();
  const [notice, setNotice] = useState<NoticeText>();
  const [isOther, setIsOther] = useState(false);
  const editor = useEditor<OfferDraft, SessionType | null>({
    opened: sessionType,
    draftOf: (saved) => (saved === null ? emptyDraft(rules.currency) : draftOf(saved)),
    faultsOf,
    contradictionsOf,
    refusalsOf,
    send: (draft, saved, answered) => {
      setNotice(undefined);
      save.mutate({ saved, body: bodyOf(draft, saved) }, answered);
    },
    onSaved: (now, before) => {
      if (now === null) return;
      if (before === null) onCreated(now);
      else setNotice(noticeOf(now, rules.currency));
    },
  });
  const { saved, draft, faults, change, leave } = editor;
  const theirs = conflictingType(save.error);
  const isGone = saved !== null && hasCode(save.error, 'NOT_FOUND');
  const section = { draft, faults, onChange: change, onLeave: leave };
  const discard = () => {
    setIsOther(false);
    save.reset();
    editor.discard();
  };
  const isExplained = theirs !== undefined || Object.keys(editor.summary).length > 0;

  return (
    <EditorFrame
      summary={editor.summary}
      count={editor.changed.length}
      isNew={saved === null}
      isSaving={save.isPending}
      onSubmit={editor.submit}
      onDiscard={discard}
      preview={<OfferPreview offer={choiceOfDraft(draft, rules, words.previewUntitled)} isActive={draft.isActive} />}
      outcome={
        <SaveOutcome
          notice={notice}
          error={isExplained ? null : save.error}
          remedy={isGone ? <GoneOffer onSave={() => editor.saveOver(null)} /> : undefined}
          bringBack={editor.bringBack}
          isOther={isOther}
        />
      }
    >
      {theirs !== undefined && (
        <VersionConflict
          differences={offerDifferences(draft, draftOf(theirs))}
          onKeep={() => editor.keepMine(theirs)}
          onTake={() => {
            setIsOther(true);
            save.reset();
            editor.takeTheirs(theirs);
          }}
        />
      )}
      <WhatSection {...section} />
      <PriceSection {...section} ownCurrency={rules.currency} />
      <AudienceSection {...section} />
      <QuestionsSection {...section} summary={editor.summary} />
      <RulesSection draft={draft} onChange={change} rules={rules} />
      <PlaceSection {...section} />
    </EditorFrame>
  );
}

function noticeOf(saved: SessionType, ownCurrency: string): NoticeText {
  if (!saved.isActive) return { tone: 'ok', title: savingWords.savedHidden };
  const reason = unsoldReason(saved, ownCurrency);
  if (reason === undefined) return { tone: 'ok', title: savingWords.saved };
  return { tone: 'warn', title: savingWords.savedUnsold, text: reason };
}
