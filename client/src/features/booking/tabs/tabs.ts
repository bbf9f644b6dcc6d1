import { goTo, type BookingState, type Screen } from '../wizard/state.ts';

/** The tabs of the booking page. */
export const tabs = ['type', 'time', 'pay'] as const;
export type Tab = (typeof tabs)[number];

const tabByScreen: Record<Screen, Tab> = {
  'select-type': 'type',
  'select-date': 'time',
  'select-time': 'time',
  details: 'pay',
  confirm: 'pay',
  payment: 'pay',
  complete: 'pay',
};

/** Where a press on a tab leads; details that are missing come before the confirmation. */
export const screenOfTab: Record<Tab, Screen> = { type: 'select-type', time: 'select-date', pay: 'confirm' };

/** The tab on which the booking stands. */
export function tabOf({ screen }: Pick<BookingState, 'screen'>): Tab {
  return tabByScreen[screen];
}

/** Whether it is the turn of a tab: all that comes before it is chosen. */
export function isOpen(tab: Tab, state: BookingState): boolean {
  return tabOf(goTo(state, screenOfTab[tab])) === tab;
}
