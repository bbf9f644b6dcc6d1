import { t } from '../../lib/messages/translate.ts';

/** Words for the few whose time zone is not known. */
export const words = {
  unknownZone: (zone: string) => t('auth.unknownZone', { zone }),
};
