// Prints a sample of every mail in every language as JSON, in the brand of the environment.
import {
  mailLanguages,
  mailTemplates,
  type MailTemplate,
} from '../../../../server/src/features/notifications/index.ts';
import { brand, tokenOf } from '../../../../server/test/mail-data.ts';
import { mailSamples, sampleMoment, usualNames } from '../../../../server/test/mail-samples.ts';

const { BRAND_NAME, SUPPORT_EMAIL, FRONTEND_URL } = process.env;

const context = {
  brand: {
    name: BRAND_NAME ?? brand.name,
    supportEmail: SUPPORT_EMAIL ?? brand.supportEmail,
    senderEmail: 'noreply@example.com',
    frontendUrl: FRONTEND_URL ?? brand.frontendUrl,
  },
  now: sampleMoment,
  unsubscribeUrl: `${brand.frontendUrl}/api/v1/unsubscribe/sample`,
  tokenOf,
  calendarFileUrl: (_file: object, service?: string) =>
    `${brand.frontendUrl}/api/v1/calendar-files/sample/${service ?? 'ics'}`,
  remindersBefore: [24 * 60, 60],
  isProved: true,
};

const previews = mailLanguages.flatMap((language) =>
  Object.keys(mailTemplates)
    // The team is written to in English.
    .filter((template) => language === 'en' || !template.endsWith('-admin'))
    .map((template) => {
      const name = template as MailTemplate;
      const data = mailSamples[name]({ ...usualNames, locale: `${language}-IN` });
      const { subject, html, text } = mailTemplates[name].render(data, context);
      return { language, template, subject, html, text };
    }),
);
process.stdout.write(JSON.stringify(previews));
