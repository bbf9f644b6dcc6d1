import type { CancellationPolicy, SessionType, SessionTypeBody } from '@serene/shared/contracts';
import type { OfferAccess, OfferCategory, OfferColor, PlaceKind, QuestionKind } from '@serene/shared/offers';
import { readAmount } from './read-amount.ts';

/** A question while it is edited: the choices are typed one on each line. */
export type QuestionDraft = { id: string; kind: QuestionKind; label: string; required: boolean; choices: string };

/**
 * A session type while it is edited. Numbers and lists are kept as they were typed; what another choice hides, such as
 * the link of an offer that now has an address, is kept too.
 */
export type OfferDraft = {
  isActive: boolean;
  title: string;
  description: string;
  color: OfferColor;
  durationMinutes: string;
  category: OfferCategory;
  price: string;
  currency: string;
  access: OfferAccess;
  /** One on each line. */
  pathways: string;
  questions: readonly QuestionDraft[];
  /** Rules of its own; null is the expert's (F2). */
  bufferMinutes: number | null;
  minimumNoticeMinutes: number | null;
  maximumAdvanceDays: number | null;
  requiresApproval: boolean | null;
  cancellationPolicy: CancellationPolicy | null;
  placeKind: PlaceKind;
  link: string;
  address: string;
};

const noTerms = {
  bufferMinutes: null,
  minimumNoticeMinutes: null,
  maximumAdvanceDays: null,
  requiresApproval: null,
  cancellationPolicy: null,
};

/** What a new offer begins with, in the expert's currency. */
export function emptyDraft(currency: string): OfferDraft {
  return {
    isActive: true,
    title: '',
    description: '',
    color: 'blue',
    durationMinutes: '60',
    category: 'specialized',
    price: '',
    currency,
    access: 'public',
    pathways: '',
    questions: [],
    ...noTerms,
    placeKind: 'room',
    link: '',
    address: '',
  };
}

/** What there is to edit in a session type. */
export function draftOf(type: SessionType): OfferDraft {
  const { isActive, title, description, color, category, currency, access, place, terms } = type;
  const placeText = place.text ?? '';
  return {
    isActive,
    title,
    description,
    color,
    durationMinutes: String(type.durationMinutes),
    category,
    price: String(type.price),
    currency,
    access,
    pathways: type.pathways.join('\n'),
    questions: type.questions.map((question) => ({ ...question, choices: question.choices.join('\n') })),
    ...(terms ?? noTerms),
    placeKind: place.kind,
    link: place.kind === 'link' ? placeText : '',
    address: place.kind === 'address' ? placeText : '',
  };
}

/** What is sent of a draft without faults. What is not edited here stays as it is in `saved`. */
export function bodyOf(draft: OfferDraft, saved: SessionType | null): SessionTypeBody {
  const { isActive, title, description, color, category, currency, access, placeKind } = draft;
  const { bufferMinutes, minimumNoticeMinutes, maximumAdvanceDays, requiresApproval, cancellationPolicy } = draft;
  const texts = { room: '', link: draft.link.trim(), address: draft.address };
  return {
    isActive,
    title,
    description,
    color,
    durationMinutes: Number(draft.durationMinutes),
    price: priceOf(draft) ?? 0,
    currency,
    category,
    access,
    maxParticipants: saved?.maxParticipants ?? 1,
    pathways: category === 'pathway' ? linesOf(draft.pathways) : [],
    questions: draft.questions.map(({ choices, ...question }) => ({
      ...question,
      choices: question.kind === 'choice' ? linesOf(choices) : [],
    })),
    place: { kind: placeKind, text: texts[placeKind] },
    calendar: 'own',
    terms: { bufferMinutes, minimumNoticeMinutes, maximumAdvanceDays, requiresApproval, cancellationPolicy },
  };
}

/** The price that was typed, in major units; undefined where it is none. A free offer needs none. */
export function priceOf({ price, category }: Pick<OfferDraft, 'price' | 'category'>): number | undefined {
  return price.trim() === '' && category === 'free' ? 0 : readAmount(price);
}

/** What stands on the lines of a text; empty ones do not count. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
