import { t } from '../../lib/messages/translate.ts';

/** Words of the question before unsaved changes are left. Apart from those that every page loads. */
export const words = {
  leaveTitle: t('ui.leaveTitle'),
  stay: t('ui.stay'),
  leave: t('ui.leave'),
};
