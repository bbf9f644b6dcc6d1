import { t } from '../../lib/messages/translate.ts';

/** Words of the parts that every page is made of. */
export const words = {
  problem: t('ui.problem'),
  offline: t('ui.offline'),
  offlineText: t('ui.offlineText'),
  close: t('ui.close'),
  stepDone: (step: string) => t('ui.stepDone', { step }),
  changeZone: t('ui.changeZone'),
  searchZone: t('ui.searchZone'),
  noZone: t('ui.noZone'),
  zonesShown: (count: number) => t('ui.zonesShown', { count }),
  zones: t('ui.zones'),
  retry: t('ui.retry'),
  support: t('ui.support'),
  request: (id: string) => t('ui.request', { id }),
};
