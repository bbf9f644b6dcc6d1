import type { Session } from '@serene/shared/contracts';
import { toMajorUnits } from '@serene/shared/money';
import { formatMoney } from '../../lib/money.ts';

/** An amount of the session's currency in words, from minor units. */
export function moneyOf({ currency }: Pick<Session, 'currency'>, amountMinor: number): string {
  return formatMoney(toMajorUnits(amountMinor, currency), currency);
}
