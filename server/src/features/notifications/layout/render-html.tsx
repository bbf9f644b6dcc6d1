import { renderToStaticMarkup } from 'react-dom/server';
import type { MailBrand, MailContent } from './content.ts';
import { MailLayout } from './MailLayout.tsx';
import { outlookHead } from './style-sheet.ts';

/** The HTML of a mail. React escapes every value, in text and attributes alike. */
export function renderHtml(content: MailContent, brand: MailBrand): string {
  const page = renderToStaticMarkup(<MailLayout content={content} brand={brand} />);
  return `<!doctype html>\n${page.replace('</head>', `${outlookHead}</head>`)}\n`;
}
