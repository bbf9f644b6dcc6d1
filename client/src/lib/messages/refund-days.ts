import { config } from '../config.ts';
import { t } from './translate.ts';

/** How many working days a refund usually takes, after "about": `5 to 7`. */
export const refundDays = t('common.refundDays', { from: config.refundDays.from, to: config.refundDays.to });
