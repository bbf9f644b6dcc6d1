import { mailWords } from '../words/index.ts';
import type { MailBlock, MailContent, MailSurroundings } from './content.ts';
import { greeting } from './greeting.ts';

/** The plain text of a mail: all that the HTML says, links written out. */
export function renderText(content: MailContent, surroundings: MailSurroundings): string {
  const { brand, language } = surroundings;
  const words = mailWords[language].layout;
  return [
    greeting(content, surroundings),
    ...content.blocks.map(blockText),
    words.support(brand.supportEmail),
    `${words.regards}\n${words.team(brand.name)}`,
    ['--', brand.name, brand.frontendUrl, ...footerLines(content)].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function footerLines({ footerLink }: MailContent): string[] {
  return footerLink ? [`${footerLink.label}: ${footerLink.url}`] : [];
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'details':
      return titled(
        block.title,
        block.rows.map(([label, value]) => `- ${label}: ${value}`),
      );
    case 'steps':
      return titled(
        block.title,
        block.items.map((item, index) => `${index + 1}. ${item}`),
      );
    case 'links':
      return titled(
        block.title,
        block.items.map(({ label, url }) => `- ${label}: ${url}`),
      );
    default:
      return block.items.map(({ label, url }) => `${label}: ${url}`).join('\n');
  }
}

function titled(title: string, lines: string[]): string {
  return [`${title}:`, ...lines].join('\n');
}
