import { offerLimits, offerRanges } from '@serene/shared/offers';
import { shownLine, shownText } from '@serene/shared/text';
import { faults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import { faultWords as words } from '../fault-words.ts';
import { fieldNames } from '../field-words.ts';
import { linesOf, priceOf, type OfferDraft, type QuestionDraft } from './offer-draft.ts';
import { fitsCurrency } from './read-amount.ts';

/** All that is wrong with a session type, by the field it belongs to. The limits are those of the server (F3). */
export function faultsOf(draft: OfferDraft): FieldErrors {
  return {
    ...faults({
      title: lineFault(draft.title, { most: offerLimits.title, empty: words.noTitle, name: fieldNames.title }),
      description:
        shownText(draft.description).length > offerLimits.description &&
        words.tooLong(fieldNames.description, offerLimits.description),
      durationMinutes: lengthFault(draft.durationMinutes),
      price: priceFault(draft),
      pathways: draft.category === 'pathway' && linesFault(draft.pathways, pathwayRules),
      questions: draft.questions.length > offerLimits.questions && words.tooManyQuestions(offerLimits.questions),
      link: draft.placeKind === 'link' && linkFault(draft.link),
      address: draft.placeKind === 'address' && lineFault(draft.address, addressRules),
    }),
    ...contradictionsOf(draft),
    ...Object.assign({}, ...draft.questions.map(questionFaults)),
  };
}

/** What two fields say against each other. It is told as soon as it is so: neither of them is wrong by itself. */
export function contradictionsOf(draft: OfferDraft): FieldErrors {
  const price = priceOf(draft);
  return faults({
    price: draft.category === 'free' && price !== undefined && price !== 0 && words.freeWithPrice,
    category: draft.category === 'specialized' && price === 0 && words.paidWithoutPrice,
    access: draft.category === 'pathway' && draft.access === 'public' && words.publicPathway,
  });
}

/** The name of a question's field, which begins with that of the field that holds all questions. */
export function questionField(id: string, field: 'label' | 'choices'): string {
  return `questions-${id}-${field}`;
}

type TextRules = { most: number; empty: string; name: string };
const addressRules: TextRules = { most: offerLimits.place, empty: words.noAddress, name: fieldNames.address };
const labelRules: TextRules = { most: offerLimits.question, empty: words.noQuestion, name: words.question };

type LineRules = { name: string; least: number; most: number; longest: number; tooFew: string };
const pathwayRules: LineRules = {
  name: fieldNames.pathways,
  least: 1,
  most: offerLimits.pathways,
  longest: offerLimits.pathway,
  tooFew: words.noPathway,
};
const choiceRules: LineRules = {
  name: words.choices,
  least: 2,
  most: offerLimits.choices,
  longest: offerLimits.choice,
  tooFew: words.fewChoices,
};

function questionFaults({ id, kind, label, choices }: QuestionDraft, index: number): FieldErrors {
  const named = (fault: string | false) => fault !== false && words.inQuestion(index + 1, fault);
  return faults({
    [questionField(id, 'label')]: named(lineFault(label, labelRules)),
    [questionField(id, 'choices')]: named(kind === 'choice' && linesFault(choices, choiceRules)),
  });
}

function lineFault(text: string, { most, empty, name }: TextRules): string | false {
  const shown = shownLine(text);
  if (shown === '') return empty;
  return shown.length > most && words.tooLong(name, most);
}

function linesFault(text: string, { name, least, most, longest, tooFew }: LineRules): string | false {
  const lines = linesOf(text);
  if (lines.length < least) return tooFew;
  if (lines.length > most) return words.tooManyLines(name, most);
  if (new Set(lines.map(shownLine)).size < lines.length) return words.repeatedLine(name);
  return lines.some((line) => shownLine(line).length > longest) && words.longLine(name, longest);
}

function lengthFault(typed: string): string | false {
  const { least, most, step } = offerRanges.durationMinutes;
  const minutes = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return !(minutes >= least && minutes <= most && minutes % step === 0) && words.wrongLength(least, most, step);
}

function priceFault(draft: OfferDraft): string | false {
  const price = priceOf(draft);
  if (price === undefined) return words.noPrice;
  return !fitsCurrency(price, draft.currency) && words.tooManyDecimals(draft.currency);
}

function linkFault(typed: string): string | false {
  const link = typed.trim();
  if (link === '') return words.noLink;
  if (link.length > offerLimits.place) return words.tooLong(fieldNames.link, offerLimits.place);
  const url = URL.canParse(link) ? new URL(link) : null;
  return !(url?.protocol === 'https:' && url.username === '' && url.password === '') && words.unsafeLink;
}
