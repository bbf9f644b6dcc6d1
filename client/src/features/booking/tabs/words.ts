import { t } from '../../../lib/messages/translate.ts';
import type { Tab } from './tabs.ts';

/** Words of the booking page. */
export const words = {
  tabs: {
    type: t('bookingPage.tabs.type'),
    time: t('bookingPage.tabs.time'),
    pay: t('bookingPage.tabs.pay'),
  } satisfies Record<Tab, string>,
  stepTitle: (at: number, label: string) => t('bookingPage.stepTitle', { at, label }),
  details: t('bookingPage.details'),
  payment: t('bookingPage.payment'),
  chooseType: t('bookingPage.chooseType'),
  changeType: t('bookingPage.changeType'),
  signInToGoOn: t('bookingPage.signInToGoOn'),
  forMembers: t('bookingPage.forMembers'),
  forMembersText: t('bookingPage.forMembersText'),
  signIn: t('bookingPage.signIn'),
  gone: t('bookingPage.gone'),
  goneText: t('bookingPage.goneText'),
  finishPayment: t('bookingPage.finishPayment'),
};
