import type { Question, SessionType } from '@serene/shared/contracts';
import { offerLimits } from '@serene/shared/offers';
import { faults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import type { OfferDetails } from '../api/wish.ts';
import { words } from '../details-words.ts';
import type { ClientDetails } from '../wizard/state.ts';

/** What an offer asks, of which the expert's hour has nothing. */
export function askedBy(sessionType: SessionType | null): Pick<SessionType, 'pathways' | 'questions'> {
  return sessionType ?? { pathways: [], questions: [] };
}

export const noDetails: ClientDetails = { pathway: null, answers: {}, notes: '' };

/** As the server reads it: a number as people write it, which need not ring. */
const phone = /^\+?[\d ().-]{6,25}$/;

/** What is wrong with the details, by field: `pathway`, `notes`, and the id of a question. */
export function detailFaults(sessionType: SessionType | null, details: ClientDetails): FieldErrors {
  const { pathways, questions } = askedBy(sessionType);
  const { pathway, answers, notes } = details;
  return faults({
    pathway: pathways.length > 0 && !(pathway !== null && pathways.includes(pathway)) && words.choosePathway,
    ...Object.fromEntries(
      questions.map((question) => [question.id, answerFault(question, answers[question.id] ?? '')]),
    ),
    notes: notes.length > offerLimits.notes && words.tooLong(offerLimits.notes),
  });
}

/** The longest answer to a question of this kind, in characters. */
export function answerLimit({ kind }: Pick<Question, 'kind'>): number {
  return kind === 'long' ? offerLimits.longAnswer : offerLimits.shortAnswer;
}

function answerFault(question: Question, given: string): string | false {
  const answer = given.trim();
  if (answer === '') return question.required && words.answer(question.label);
  if (answer.length > answerLimit(question)) return words.tooLong(answerLimit(question));
  if (question.kind === 'choice' && !question.choices.includes(answer)) return words.answer(question.label);
  return question.kind === 'phone' && !phone.test(answer) && words.enterPhone;
}

/** The details as a request to book this offer carries them: answers to its own questions, and nothing that is empty. */
export function offerDetails(sessionType: SessionType | null, details: ClientDetails): OfferDetails {
  const { pathways, questions } = askedBy(sessionType);
  const answers = questions
    .map((question) => ({ questionId: question.id, answer: (details.answers[question.id] ?? '').trim() }))
    .filter(({ answer }) => answer !== '');
  const note = details.notes.trim();
  return {
    ...(sessionType === null ? {} : { sessionTypeId: sessionType.id }),
    ...(answers.length > 0 ? { answers } : {}),
    ...(pathways.length > 0 && details.pathway !== null ? { pathway: details.pathway } : {}),
    ...(note === '' ? {} : { note }),
  };
}
