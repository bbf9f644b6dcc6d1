import { Heading } from '@react-email/heading';
import { Text } from '@react-email/text';
import { ButtonRow } from './ButtonRow.tsx';
import type { MailBlock } from './content.ts';
import { Details } from './Details.tsx';
import { style } from './styles.ts';
import { TextLink } from './TextLink.tsx';

/** The pieces of a mail, one below the other. */
export function MailBlocks({ blocks }: { blocks: readonly MailBlock[] }) {
  return blocks.map((block) => <Block key={keyOf(block)} block={block} />);
}

function keyOf(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'buttons':
      return block.kind;
    default:
      return block.title;
  }
}

function Block({ block }: { block: MailBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return <Text style={style.paragraph}>{block.text}</Text>;
    case 'buttons':
      return <ButtonRow items={block.items} />;
    default:
      return (
        <>
          <Heading as="h2" style={style.heading}>
            {block.title}
          </Heading>
          <Titled block={block} />
        </>
      );
  }
}

function Titled({ block }: { block: Extract<MailBlock, { title: string }> }) {
  switch (block.kind) {
    case 'details':
      return <Details rows={block.rows} />;
    case 'steps':
      return (
        <ol style={style.list}>
          {block.items.map((item) => (
            <li key={item} style={style.item}>
              {item}
            </li>
          ))}
        </ol>
      );
    default:
      return (
        <ul style={style.list}>
          {block.items.map(({ label, url }) => (
            <li key={label} style={style.item}>
              <TextLink href={url}>{label}</TextLink>
            </li>
          ))}
        </ul>
      );
  }
}
