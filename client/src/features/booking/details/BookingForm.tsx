import type { SessionType, TimeSlot } from '@serene/shared/contracts';
import { useState } from 'react';
import { ErrorSummary, StepFooter, TextAreaField } from '../../../components/ui/index.ts';
import type { FieldErrors } from '../../../lib/forms/field-errors.ts';
import { shortDay, timeRange } from '../../../lib/time/format.ts';
import { useCurrentUser, useViewerZone } from '../../auth/index.ts';
import { words } from '../details-words.ts';
import type { ClientDetails } from '../wizard/state.ts';
import { words as booking } from '../words.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { askedBy, detailFaults } from './details.ts';
import { QuestionField } from './QuestionField.tsx';
import { useDetails } from './use-details.ts';

export type BookingFormProps = {
  /** Null is the expert's hour, which asks nothing. */
  sessionType: SessionType | null;
  timeSlot: TimeSlot;
  expertId: string;
  onComplete: (details: ClientDetails) => void;
  onBack: () => void;
};

const prefix = 'details-';
const noErrors: FieldErrors = {};

/** What the expert should know: a pathway, the offer's questions, a note. What was typed is kept for this tab. */
export function BookingForm({ sessionType, timeSlot, expertId, onComplete, onBack }: BookingFormProps) {
  const { zone } = useViewerZone();
  const { data: user } = useCurrentUser();
  const { details, type, finish } = useDetails({ expertId, sessionType, userId: user?.id ?? null });
  const [errors, setErrors] = useState(noErrors);
  const { pathways, questions } = askedBy(sessionType);

  const submit = () => {
    const wrong = detailFaults(sessionType, details);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    finish(details);
    onComplete(details);
  };

  return (
    <form
      noValidate
      className="flex flex-1 flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="text-muted tabular-nums">
        {shortDay(timeSlot.startTime, zone)}, {timeRange(timeSlot.startTime, timeSlot.endTime, zone)}
      </p>
      <ErrorSummary errors={errors} idPrefix={prefix} />
      {pathways.length > 0 && (
        <ChoiceField
          id={`${prefix}pathway`}
          label={words.pathway}
          choices={pathways.map((pathway) => ({ value: pathway, text: pathway }))}
          value={details.pathway ?? ''}
          optional={false}
          error={errors['pathway']}
          onChange={(pathway) => type({ ...details, pathway: pathway === '' ? null : pathway })}
        />
      )}
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          id={prefix + question.id}
          question={question}
          value={details.answers[question.id] ?? ''}
          error={errors[question.id]}
          onChange={(answer) => type({ ...details, answers: { ...details.answers, [question.id]: answer } })}
        />
      ))}
      <TextAreaField
        id={`${prefix}notes`}
        label={words.notes}
        hint={`${words.notesHint} ${words.used(details.notes.length, words.notesLimit)}`}
        rows={4}
        maxLength={words.notesLimit}
        value={details.notes}
        error={errors['notes']}
        onChange={(event) => type({ ...details, notes: event.target.value })}
      />
      <StepFooter back={{ label: booking.back, onPress: onBack }} next={{ label: words.continue }} />
    </form>
  );
}
