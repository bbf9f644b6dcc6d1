import { t } from '../../lib/messages/translate.ts';

/** Words of the cancellation policy; a booking shows them as well, before there is a session. */
export const words = {
  title: t('sessions.policy'),
  until: (deadline: string) => t('sessions.policyUntil', { deadline }),
  part: (deadline: string, percent: number) => t('sessions.policyPart', { deadline, percent }),
  untilStart: t('sessions.policyStart'),
  over: (deadline: string) => t('sessions.policyOver', { deadline }),
  overPart: (deadline: string, percent: number) => t('sessions.policyOverPart', { deadline, percent }),
  byDefault: t('sessions.policyDefault'),
};
