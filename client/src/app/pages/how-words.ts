import { t } from '../../lib/messages/translate.ts';

/** Words of the three steps. */
export const words = {
  how: t('app.how'),
  howSteps: [
    { title: t('app.howSteps.1.title'), text: t('app.howSteps.1.text') },
    { title: t('app.howSteps.2.title'), text: t('app.howSteps.2.text') },
    { title: t('app.howSteps.3.title'), text: t('app.howSteps.3.text') },
  ],
};
