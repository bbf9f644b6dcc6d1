import type { Issue, SessionTypeBody } from '@serene/shared/contracts';
import { toMajorUnits, toMinorUnits } from '@serene/shared/money';
import { AppError } from '../../errors.ts';
import { isPayable, payableRange } from '../../gateways/payment/amounts.ts';

/**
 * Refuses a session type that contradicts itself, naming everything that is wrong with it at once (rule F3).
 * @throws AppError VALIDATION_FAILED
 */
export function assertConsistent(body: SessionTypeBody): void {
  const issues: Issue[] = [
    ...priceIssues(body),
    ...audienceIssues(body),
    ...questionIssues(body),
    ...placeIssues(body),
  ].map((issue) => ({ in: 'body', ...issue }));
  if (issues.length === 0) return;
  const list = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new AppError('VALIDATION_FAILED', `Check this offer. ${list}`, { details: { issues } });
}

function priceIssues({ category, price, currency }: SessionTypeBody): Issue[] {
  const isFree = price === 0;
  if (category === 'free' && !isFree) return [{ path: 'price', message: 'must be 0 where the category is free' }];
  if (category === 'specialized' && isFree) return [{ path: 'category', message: 'must be free where the price is 0' }];
  if (isFree) return [];
  const priceMinor = toMinorUnits(price, currency);
  if (toMajorUnits(priceMinor, currency) !== price) {
    return [{ path: 'price', message: `must have no more decimals than ${currency} has` }];
  }
  if (isPayable(priceMinor, currency)) return [];
  return [{ path: 'price', message: `must be 0, or from ${payableRange(currency)} in steps that can be paid` }];
}

function audienceIssues({ category, access, pathways, maxParticipants }: SessionTypeBody): Issue[] {
  const issues: Issue[] = [];
  if (category === 'pathway') {
    if (access !== 'members') issues.push({ path: 'access', message: 'must be members where the category is pathway' });
    if (pathways.length === 0) issues.push({ path: 'pathways', message: 'must name at least one pathway' });
  } else if (pathways.length > 0) {
    issues.push({ path: 'pathways', message: 'belong to the category pathway alone' });
  }
  if (hasRepeats(pathways)) issues.push({ path: 'pathways', message: 'must differ from each other' });
  if (maxParticipants > 1) issues.push({ path: 'maxParticipants', message: 'must be 1: groups cannot be offered yet' });
  return issues;
}

function questionIssues({ questions }: SessionTypeBody): Issue[] {
  const issues: Issue[] = [];
  if (hasRepeats(questions.map(({ id }) => id)))
    issues.push({ path: 'questions', message: 'must have ids of their own' });
  for (const [index, { kind, choices }] of questions.entries()) {
    const path = `questions.${index}.choices`;
    if (kind !== 'choice' && choices.length > 0) issues.push({ path, message: 'belong to the kind choice alone' });
    if (kind === 'choice' && choices.length < 2) issues.push({ path, message: 'must be at least two' });
    if (hasRepeats(choices)) issues.push({ path, message: 'must differ from each other' });
  }
  return issues;
}

function placeIssues({ place: { kind, text } }: SessionTypeBody): Issue[] {
  const path = 'place.text';
  if (kind === 'room') return text === '' ? [] : [{ path, message: 'must be empty for the built-in room' }];
  if (text === '') return [{ path, message: kind === 'link' ? 'must be the link' : 'must be the address' }];
  if (kind === 'link' && !isSafeLink(text)) return [{ path, message: 'must be a link that begins with https://' }];
  return [];
}

function isSafeLink(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  // What a parser has to mend, such as a line break in it, is no link that anybody meant.
  const isWhole = /^https:\/\/\S+$/i.test(text);
  return isWhole && url !== null && url.protocol === 'https:' && url.username === '' && url.password === '';
}

function hasRepeats(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
