import type { CancellationPolicy } from '@serene/shared/contracts';
import { ruleWords as words } from './editor-words.ts';

const hour = 60;
const day = 24 * hour;

/** `15 minutes`, `2 hours`, `3 days`: in the largest unit that fits. */
export function lengthText(minutes: number): string {
  if (minutes >= 2 * day && minutes % day === 0) return words.days(minutes / day);
  return minutes % hour === 0 && minutes > 0 ? words.hours(minutes / hour) : words.minutes(minutes);
}

export function breakText(minutes: number): string {
  return minutes === 0 ? words.noBreak : lengthText(minutes);
}

export function noticeText(minutes: number): string {
  return minutes === 0 ? words.noNotice : lengthText(minutes);
}

export function approvalText(isNeeded: boolean): string {
  return isNeeded ? words.approval : words.noApproval;
}

export function freeUntilText(hours: number): string {
  return hours === 0 ? words.freeUntilStart : words.freeUntil(lengthText(hours * hour));
}

export function refundText(percent: number): string {
  return percent === 0 ? words.notRefunded : words.refunded(percent);
}

/** The cancellation policy in one line. */
export function policyText({ freeUntilHours, refundPercentAfter }: CancellationPolicy): string {
  if (freeUntilHours === 0) return words.freeUntilStart;
  return `${freeUntilText(freeUntilHours)}. ${words.refund}: ${refundText(refundPercentAfter)}`;
}
