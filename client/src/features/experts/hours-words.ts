import { t } from '../../lib/messages/translate.ts';

/** Words of the hours that an expert works. */
export const words = {
  hours: t('experts.hours'),
  hoursNote: (zone: string) => t('experts.hoursNote', { zone }),
  noHours: t('experts.noHours'),
  nextDay: t('experts.nextDay'),
};
