import { formatMoney } from '../../lib/money.ts';
import { words } from './words.ts';

type RequestOf = {
  /** The expert. */
  name: string;
  /** Until when they answer, in words. */
  deadline: string;
  /** Major units. */
  amount: number;
  currency: string;
};

/** By when the expert answers a request, and that the money comes back otherwise. */
export function requestText({ name, deadline, amount, currency }: RequestOf): string {
  return amount === 0
    ? words.requestTextFree(name, deadline)
    : words.requestText(name, deadline, formatMoney(amount, currency));
}
