import type { MailContent, MailSurroundings, RenderedMail } from './content.ts';
import { oneLine } from './one-line.ts';
import { renderHtml } from './render-html.tsx';
import { renderText } from './render-text.ts';

/** The two bodies of a mail from its one content. The subject is one line, whatever a template put into it. */
export function renderMail(content: MailContent, surroundings: MailSurroundings): RenderedMail {
  const subject = oneLine(content.subject);
  return {
    subject,
    html: renderHtml({ ...content, subject }, surroundings),
    text: renderText(content, surroundings),
    attachments: content.attachments,
  };
}
