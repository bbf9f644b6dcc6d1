import { questionKinds } from '@serene/shared/offers';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Checkbox, SelectField, Separator, TextAreaField, TextField } from '../../../../components/ui/index.ts';
import type { FieldErrors } from '../../../../lib/forms/field-errors.ts';
import type { QuestionDraft } from '../../draft/offer-draft.ts';
import { questionField } from '../../draft/offer-faults.ts';
import { questionWords as words } from '../../editor-words.ts';
import { IconButton } from '../IconButton.tsx';
import { idPrefix } from './section-props.ts';

type QuestionFieldsProps = {
  question: QuestionDraft;
  number: number;
  /** How many questions there are. */
  count: number;
  faults: FieldErrors;
  onChange: (part: Partial<QuestionDraft>) => void;
  onLeave: (field: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One question: its text, how it is answered, and its place among the others. */
export function QuestionFields({ question, number, count, faults, ...events }: QuestionFieldsProps) {
  const { id, kind, label, required, choices } = question;
  const labelField = questionField(id, 'label');
  const choicesField = questionField(id, 'choices');
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="sr-only">{words.numbered(number)}</legend>
      <TextField
        id={idPrefix + labelField}
        label={words.label}
        autoComplete="off"
        value={label}
        error={faults[labelField]}
        onChange={(event) => events.onChange({ label: event.target.value })}
        onBlur={() => events.onLeave(labelField)}
      />
      <SelectField
        label={words.kind}
        value={kind}
        onChange={(event) => {
          const chosen = questionKinds.find((known) => known === event.target.value);
          if (chosen !== undefined) events.onChange({ kind: chosen });
        }}
      >
        {questionKinds.map((known) => (
          <option key={known} value={known}>
            {words.kinds[known]}
          </option>
        ))}
      </SelectField>
      {kind === 'choice' && (
        <TextAreaField
          id={idPrefix + choicesField}
          label={words.choices}
          hint={words.choicesHint}
          rows={4}
          value={choices}
          error={faults[choicesField]}
          onChange={(event) => events.onChange({ choices: event.target.value })}
          onBlur={() => events.onLeave(choicesField)}
        />
      )}
      <Checkbox label={words.required} checked={required} onChange={(next) => events.onChange({ required: next })} />
      <Separator />
      <div className="flex gap-1">
        <IconButton
          icon={ArrowUp}
          label={words.moveUp(number)}
          isOff={number === 1}
          onPress={() => events.onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={words.moveDown(number)}
          isOff={number === count}
          onPress={() => events.onMove(1)}
        />
        <IconButton icon={Trash2} label={words.remove(number)} isDanger onPress={events.onRemove} />
      </div>
    </fieldset>
  );
}
