import { t } from '../../lib/messages/translate.ts';

/** The name of the place where toasts appear. Apart from the words that every page loads. */
export const words = { toasts: t('ui.toasts') };
