import type { AnsweredQuestion, Issue, Question } from '@serene/shared/contracts';
import { offerLimits } from '@serene/shared/offers';
import { shownLine } from '@serene/shared/text';
import { AppError } from '../../errors.ts';
import type { BookingDetails } from '../booking-records/index.ts';
import type { Offer } from '../experts/index.ts';

/** What whoever books tells, as it came. */
export type ToldDetails = {
  answers: readonly { questionId: string; answer: string }[];
  pathway: string | null;
  notes: string | null;
};

/**
 * Checks answers and pathway against the offer and keeps them as they were asked (rules F4 and F6). Everything that is
 * wrong is named at once.
 * @throws AppError VALIDATION_FAILED
 */
export function readDetails(offer: Offer, told: ToldDetails): BookingDetails {
  const issues: Issue[] = [];
  const known = new Set(offer.questions.map(({ id }) => id));
  for (const [index, { questionId }] of told.answers.entries()) {
    const isRepeated = told.answers.findIndex((other) => other.questionId === questionId) !== index;
    const message = isRepeated ? 'answers a question twice' : 'is not a question of this offer';
    if (isRepeated || !known.has(questionId)) issues.push({ path: `answers.${index}.questionId`, message });
  }
  const answers: AnsweredQuestion[] = [];
  for (const question of offer.questions) {
    const given = told.answers.find(({ questionId }) => questionId === question.id)?.answer ?? '';
    const answer = question.kind === 'long' ? given : shownLine(given);
    const problem = problemOf(question, answer);
    if (problem !== null) issues.push({ path: `answers.${question.id}`, message: problem });
    else if (answer !== '') answers.push({ questionId: question.id, question: question.label, answer });
  }
  const pathwayProblem = problemOfPathway(offer, told.pathway);
  if (pathwayProblem !== null) issues.push({ path: 'pathway', message: pathwayProblem });
  if (issues.length > 0) {
    const list = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
    const details = { issues: issues.map((issue) => ({ in: 'body' as const, ...issue })) };
    throw new AppError('VALIDATION_FAILED', `Check your answers. ${list}`, { details });
  }
  const { title, place } = offer;
  return { title, answers, pathway: told.pathway, notes: told.notes === '' ? null : told.notes, place };
}

/** A phone number as people write it; whether it rings is not ours to say. */
const phonePattern = /^\+?[\d ().-]{6,25}$/;

function problemOf({ kind, required, choices, label }: Question, answer: string): string | null {
  if (answer === '') return required ? `is required: ${label}` : null;
  const most = kind === 'long' ? offerLimits.longAnswer : offerLimits.shortAnswer;
  if (answer.length > most) return `must have at most ${most} characters`;
  if (kind === 'choice' && !choices.includes(answer)) return `must be one of ${choices.join(', ')}`;
  if (kind === 'yes-no' && answer !== 'yes' && answer !== 'no') return 'must be yes or no';
  if (kind === 'phone' && !phonePattern.test(answer)) return 'must be a phone number like +91 98765 43210';
  return null;
}

function problemOfPathway({ pathways }: Offer, pathway: string | null): string | null {
  if (pathways.length === 0) return pathway === null ? null : 'belongs to no pathway of this offer';
  return pathway !== null && pathways.includes(pathway) ? null : `must be one of ${pathways.join(', ')}`;
}
