import type { MailBlock, MailBrand, MailContent, MailLink } from './content.ts';
import { escapeHtml } from '../../../infra/escape-html.ts';
import { darkStyles, style } from './styles.ts';

/**
 * The HTML of a mail: one column of tables with inline styles, since mail programs agree on little else. Colours stay
 * readable where a program darkens them itself, and are set for those that ask the page (`prefers-color-scheme`).
 */
export function renderHtml(content: MailContent, brand: MailBrand): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(content.subject)}</title>
<style>${darkStyles}</style>
</head>
<body class="page" style="${style.body}">
<div style="${style.preview}">${escapeHtml(content.preview)}</div>
<table role="presentation" class="page" style="${style.page}" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="${style.gutter}">
<table role="presentation" style="${style.column}" width="100%" cellpadding="0" cellspacing="0">
<tr><td class="strong" style="${style.brand}">${escapeHtml(brand.name)}</td></tr>
<tr><td class="card" style="${style.card}">
${[paragraph(`Hi ${content.to},`), ...content.blocks.map(blockHtml), support(brand), signature(brand)].join('\n')}
</td></tr>
<tr><td class="muted" style="${style.footer}">${escapeHtml(brand.name)} · <a class="link" style="${style.link}" href="${escapeHtml(brand.frontendUrl)}">${escapeHtml(new URL(brand.frontendUrl).host)}</a></td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.text);
    case 'details':
      return heading(block.title) + table(block.rows.map(detailRow));
    case 'steps':
      return heading(block.title) + list('ol', block.items.map(escapeHtml));
    case 'links':
      return heading(block.title) + list('ul', block.items.map(link));
    default:
      return table(block.items.map(buttonRow));
  }
}

function paragraph(text: string): string {
  return `<p style="${style.paragraph}">${escapeHtml(text)}</p>`;
}

function heading(text: string): string {
  return `<h2 class="strong" style="${style.heading}">${escapeHtml(text)}</h2>\n`;
}

function table(rows: string[]): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${style.table}">\n${rows.join('\n')}\n</table>`;
}

function detailRow([label, value]: [string, string]): string {
  return `<tr><td class="muted" valign="top" style="${style.label}">${escapeHtml(label)}</td><td valign="top" style="${style.value}">${escapeHtml(value)}</td></tr>`;
}

function list(tag: 'ol' | 'ul', items: string[]): string {
  return `<${tag} style="${style.list}">\n${items.map((item) => `<li style="${style.item}">${item}</li>`).join('\n')}\n</${tag}>`;
}

function link({ label, url }: MailLink): string {
  return `<a class="link" style="${style.link}" href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}

function buttonRow({ label, url }: MailLink, index: number): string {
  const [name, look] = index === 0 ? ['main', style.mainButton] : ['plain', style.plainButton];
  // Outlook ignores the padding of a link; `mso-padding-alt` gives the cell the same size there.
  return `<tr><td style="${style.buttonGap}"><table role="presentation" cellpadding="0" cellspacing="0" width="100%"><tr><td class="${name}" align="center" style="${look}"><a class="${name}" style="${style.buttonLink}" href="${escapeHtml(url)}">${escapeHtml(label)}</a></td></tr></table></td></tr>`;
}

function support(brand: MailBrand): string {
  const address = escapeHtml(brand.supportEmail);
  return `<p class="muted" style="${style.paragraph}">Questions? Reply to this email or contact <a class="link" style="${style.link}" href="mailto:${address}">${address}</a>.</p>`;
}

function signature(brand: MailBrand): string {
  return `<p style="${style.last}">Best regards,<br>${escapeHtml(brand.name)} Team</p>`;
}
