import { useState, type ReactNode } from 'react';
import { Form, LeaveGuard, Tabs } from '../../../../components/ui/index.ts';
import { useOnline } from '../../../../lib/use-online.ts';
import type { FieldErrors } from '../../../../lib/forms/field-errors.ts';
import { words } from '../../editor-words.ts';
import { words as savingWords } from '../../saving-words.ts';
import { SaveBar } from './SaveBar.tsx';
import { idPrefix } from './section-props.ts';

type EditorFrameProps = {
  /** What was wrong when it was sent. */
  summary: FieldErrors;
  /** How many fields differ from what is saved. */
  count: number;
  isNew?: boolean;
  isSaving: boolean;
  onSubmit: () => void;
  onDiscard: () => void;
  /** What came of saving. */
  outcome: ReactNode;
  preview: ReactNode;
  children: ReactNode;
};

/** A form with a live preview beside it, or behind a tab on phones, and with the way to save always in view. */
export function EditorFrame({ summary, count, isNew = false, isSaving, ...parts }: EditorFrameProps) {
  const [shown, setShown] = useState<'edit' | 'preview'>('edit');
  const online = useOnline();
  const submit = () => {
    // Faults are in the form: it must be there to show them.
    setShown('edit');
    if (online && (count > 0 || isNew)) parts.onSubmit();
  };
  const form = (
    <Form label={words.form} errors={summary} idPrefix={idPrefix} isSending={isSaving} onSend={submit}>
      {parts.children}
      {parts.outcome}
      <SaveBar count={count} isNew={isNew} isSaving={isSaving} onDiscard={parts.onDiscard} />
    </Form>
  );
  return (
    <>
      <Tabs
        label={words.views}
        shown={shown}
        onShow={setShown}
        wideGrid="lg:grid lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-8"
        tabs={[
          { key: 'edit', label: words.edit, content: form },
          { key: 'preview', label: words.preview, content: parts.preview },
        ]}
      />
      <LeaveGuard isDirty={count > 0} text={savingWords.leaveText} />
    </>
  );
}
