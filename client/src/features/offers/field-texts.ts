import type { HourlyDraft } from './draft/hourly-draft.ts';
import { changedFields } from './draft/changes.ts';
import type { OfferDraft } from './draft/offer-draft.ts';
import { questionWords, ruleWords, words } from './editor-words.ts';
import { fieldNames, hourlyFieldNames } from './field-words.ts';
import { formatList } from '../../lib/list.ts';
import { approvalText, breakText, lengthText, noticeText, policyText } from './rule-text.ts';
import { words as savingWords } from './saving-words.ts';

/** What each field of a session type says, to be compared by people. */
function offerTexts(draft: OfferDraft): Record<keyof OfferDraft, string> {
  return {
    ...draft,
    isActive: yesNo(draft.isActive),
    color: words.colors[draft.color],
    category: words.categories[draft.category],
    access: words.accesses[draft.access],
    questions: draft.questions
      .map(({ label, kind, required, choices }) =>
        [label, questionWords.kinds[kind], ...(required ? [questionWords.isRequired] : []), choices]
          .filter((part) => part !== '')
          .join(' · '),
      )
      .join('\n'),
    bufferMinutes: ruleText(draft.bufferMinutes, breakText),
    minimumNoticeMinutes: ruleText(draft.minimumNoticeMinutes, noticeText),
    maximumAdvanceDays: ruleText(draft.maximumAdvanceDays, ruleWords.days),
    requiresApproval: ruleText(draft.requiresApproval, approvalText),
    cancellationPolicy: ruleText(draft.cancellationPolicy, policyText),
    placeKind: words.places[draft.placeKind],
  };
}

/** Where two versions of a session type differ. */
export function offerDifferences(mine: OfferDraft, theirs: OfferDraft) {
  const [mineTexts, theirTexts] = [offerTexts(mine), offerTexts(theirs)];
  return changedFields(mine, theirs).map((field) => ({
    name: fieldNames[field],
    mine: mineTexts[field],
    theirs: theirTexts[field],
  }));
}

/** What each field of the expert's hour says. */
function hourlyTexts({ isActive, rate, currency, durations }: HourlyDraft): Record<keyof HourlyDraft, string> {
  return { isActive: yesNo(isActive), rate, currency, durations: formatList(durations.map(lengthText)) };
}

/** Where two versions of the expert's hour differ. */
export function hourlyDifferences(mine: HourlyDraft, theirs: HourlyDraft) {
  const [mineTexts, theirTexts] = [hourlyTexts(mine), hourlyTexts(theirs)];
  return changedFields(mine, theirs).map((field) => ({
    name: hourlyFieldNames[field],
    mine: mineTexts[field],
    theirs: theirTexts[field],
  }));
}

function yesNo(isOn: boolean): string {
  return isOn ? savingWords.yes : savingWords.no;
}

function ruleText<Value>(value: Value | null, text: (value: Value) => string): string {
  return value === null ? ruleWords.mineAlone : text(value);
}
