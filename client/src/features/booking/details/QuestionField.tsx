import type { Question } from '@serene/shared/contracts';
import { TextAreaField, TextField } from '../../../components/ui/index.ts';
import { words } from '../details-words.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { answerLimit } from './details.ts';

type QuestionFieldProps = {
  id: string;
  question: Question;
  value: string;
  error: string | undefined;
  onChange: (answer: string) => void;
};

/** A question of an offer, with the control that its kind calls for. */
export function QuestionField({ id, question, value, error, onChange }: QuestionFieldProps) {
  const { kind, required, choices } = question;
  const label = required ? question.label : words.optional(question.label);
  const text = {
    id,
    label,
    error,
    value,
    required,
    maxLength: answerLimit(question),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  const choice = { id, label, error, value, optional: !required, onChange };
  switch (kind) {
    case 'short':
      return <TextField {...text} />;
    case 'long':
      return <TextAreaField {...text} rows={4} />;
    case 'phone':
      return <TextField {...text} type="tel" autoComplete="tel" hint={words.phoneHint} />;
    case 'choice':
      return <ChoiceField {...choice} choices={choices.map((value) => ({ value, text: value }))} />;
    case 'yes-no':
      return <ChoiceField {...choice} choices={yesOrNo} />;
  }
}

const yesOrNo = [
  { value: 'yes', text: words.yes },
  { value: 'no', text: words.no },
];
