import type { MailContent, MailContext } from '../layout/content.ts';
import type { WelcomeMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { pageUrl } from './booking-details.ts';

/** To somebody who has confirmed their address: what they can do now. */
export function welcome({ isExpert, reader }: WelcomeMailData, { brand, locale }: MailContext): MailContent {
  const { welcome: words } = mailWords[locale.language];
  const page = (path: string) => pageUrl(brand.frontendUrl, path);
  const first = isExpert
    ? { label: words.setHours, url: page('/expert/availability') }
    : { label: words.findExpert, url: page('/experts') };
  return {
    subject: words.subject(brand.name),
    preview: words.preview,
    to: reader.name,
    blocks: [
      { kind: 'paragraph', text: words.text },
      { kind: 'steps', title: words.next, items: isExpert ? words.expertSteps : words.customerSteps },
      {
        kind: 'buttons',
        items: [first, { label: words.dashboard, url: page(isExpert ? '/expert/dashboard' : '/dashboard') }],
      },
    ],
    attachments: [],
  };
}
