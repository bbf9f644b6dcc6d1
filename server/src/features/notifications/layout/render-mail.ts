import type { MailBrand, MailContent, RenderedMail } from './content.ts';
import { oneLine } from './one-line.ts';
import { renderHtml } from './render-html.tsx';
import { renderText } from './render-text.ts';

/** The two bodies of a mail from its one content. The subject is one line, whatever a template put into it. */
export function renderMail(content: MailContent, brand: MailBrand): RenderedMail {
  const subject = oneLine(content.subject);
  return {
    subject,
    html: renderHtml({ ...content, subject }, brand),
    text: renderText(content, brand),
    attachments: content.attachments,
  };
}
