import { offerLimits } from '@serene/shared/offers';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Accordion, Button, Card, Chip } from '../../../../components/ui/index.ts';
import { announce } from '../../../../lib/announce.ts';
import type { FieldErrors } from '../../../../lib/forms/field-errors.ts';
import type { QuestionDraft } from '../../draft/offer-draft.ts';
import { questionField } from '../../draft/offer-faults.ts';
import { moved } from '../../draft/moved.ts';
import { newQuestion } from '../../draft/question-draft.ts';
import { questionWords as words } from '../../editor-words.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { idPrefix, type SectionProps } from './section-props.ts';

type QuestionsSectionProps = SectionProps & {
  /** What was wrong when the form was sent; a new object is a new attempt. */
  summary: FieldErrors;
};

/** What is asked when somebody books: a list of questions, each of which opens. */
export function QuestionsSection({ draft: { questions }, faults, summary, onChange, onLeave }: QuestionsSectionProps) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const [answered, setAnswered] = useState(summary);
  const [fresh, setFresh] = useState<string>();
  useEffect(() => {
    if (fresh !== undefined) document.getElementById(idPrefix + questionField(fresh, 'label'))?.focus();
  }, [fresh]);
  if (answered !== summary) {
    // What was found wrong inside a question must be in view.
    setAnswered(summary);
    setOpen([...open, ...questions.filter(({ id }) => hasFault(id, summary)).map(({ id }) => id)]);
  }

  const set = (next: readonly QuestionDraft[]) => onChange({ questions: next });
  const add = () => {
    const question = newQuestion();
    set([...questions, question]);
    setOpen([...open, question.id]);
    setFresh(question.id);
  };
  const remove = (id: string) => {
    set(questions.filter((question) => question.id !== id));
    document.getElementById(`${idPrefix}questions`)?.focus();
    announce(words.removed);
  };
  return (
    <Card title={words.title} text={words.hint}>
      {questions.length === 0 && <p className="text-muted">{words.none}</p>}
      <Accordion
        open={open}
        onOpen={setOpen}
        items={questions.map((question, index) => ({
          key: question.id,
          title: <QuestionTitle question={question} number={index + 1} />,
          content: (
            <QuestionFields
              question={question}
              number={index + 1}
              count={questions.length}
              faults={faults}
              onChange={(part) => set(questions.map((one) => (one.id === question.id ? { ...one, ...part } : one)))}
              onLeave={onLeave}
              onMove={(by) => set(moved(questions, index, by))}
              onRemove={() => remove(question.id)}
            />
          ),
        }))}
      />
      {questions.length < offerLimits.questions ? (
        <Button id={`${idPrefix}questions`} variant="secondary" className="self-start" onClick={add}>
          <Plus aria-hidden className="size-4" />
          {words.add}
        </Button>
      ) : (
        <p className="text-small text-muted">{words.full(offerLimits.questions)}</p>
      )}
    </Card>
  );
}

function hasFault(id: string, faults: FieldErrors): boolean {
  return [questionField(id, 'label'), questionField(id, 'choices')].some((field) => Object.hasOwn(faults, field));
}

function QuestionTitle({ question, number }: { question: QuestionDraft; number: number }) {
  const { label, kind, required } = question;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-medium">
        {number}. {label.trim() === '' ? words.untitled : label}
      </span>
      <span className="text-small text-muted">{words.kinds[kind]}</span>
      {required && <Chip tone="plain">{words.isRequired}</Chip>}
    </span>
  );
}
