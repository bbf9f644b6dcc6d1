// Prints a sample of every mail as JSON, in the brand of the environment.
import { mailTemplates, type MailTemplate } from '../../../src/features/notifications/index.ts';
import { brand, tokenOf } from '../../../test/mail-data.ts';
import { mailSamples, sampleMoment } from '../../../test/mail-samples.ts';

const { BRAND_NAME, SUPPORT_EMAIL, FRONTEND_URL } = process.env;

const context = {
  brand: {
    name: BRAND_NAME ?? brand.name,
    supportEmail: SUPPORT_EMAIL ?? brand.supportEmail,
    frontendUrl: FRONTEND_URL ?? brand.frontendUrl,
  },
  now: sampleMoment,
  unsubscribeUrl: `${brand.frontendUrl}/api/v1/unsubscribe/sample`,
  tokenOf,
};

const previews = Object.keys(mailTemplates).map((template) => {
  const name = template as MailTemplate;
  const { subject, html, text } = mailTemplates[name].render(mailSamples[name](), context);
  return { template, subject, html, text };
});
process.stdout.write(JSON.stringify(previews));
