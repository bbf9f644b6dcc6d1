import type { MailBrand, MailContent, RenderedMail } from './content.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** The two bodies of a mail from its one content. */
export function renderMail(content: MailContent, brand: MailBrand): RenderedMail {
  return {
    subject: content.subject,
    html: renderHtml(content, brand),
    text: renderText(content, brand),
    attachments: content.attachments,
  };
}
