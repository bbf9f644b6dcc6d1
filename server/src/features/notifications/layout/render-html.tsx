import { renderToStaticMarkup } from 'react-dom/server';
import type { MailContent, MailSurroundings } from './content.ts';
import { MailLayout } from './MailLayout.tsx';
import { outlookHead } from './style-sheet.ts';

/** The HTML of a mail. React escapes every value, in text and attributes alike. */
export function renderHtml(content: MailContent, surroundings: MailSurroundings): string {
  const page = renderToStaticMarkup(<MailLayout content={content} {...surroundings} />);
  return `<!doctype html>\n${page.replace('</head>', `${outlookHead}</head>`)}\n`;
}
