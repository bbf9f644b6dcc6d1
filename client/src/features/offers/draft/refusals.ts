import { serverFaults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import type { OfferDraft } from './offer-draft.ts';
import { questionField } from './offer-faults.ts';
import { fieldNames } from '../field-words.ts';

/** What the server found wrong with a session type, by the field of the draft that was sent, in its words. */
export function refusalsOf(error: unknown, sent: OfferDraft): FieldErrors {
  const named = Object.entries(serverFaults(error)).map(([path, message]) => {
    const field = fieldOf(path, sent);
    const name = Object.entries(fieldNames).find(([known]) => known === field)?.[1];
    return [field, name === undefined ? message : `${name}: ${message}`];
  });
  return Object.fromEntries(named);
}

function fieldOf(path: string, { questions, placeKind }: OfferDraft): string {
  const [member = '', index = '', part = ''] = path.split('.');
  if (member === 'place') return placeKind;
  if (member === 'terms') return index;
  const question = member === 'questions' ? questions[Number(index)] : undefined;
  if (question !== undefined && index !== '') return questionField(question.id, part === 'choices' ? part : 'label');
  return member;
}
