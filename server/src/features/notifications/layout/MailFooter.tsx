import { Column } from '@react-email/column';
import { Row } from '@react-email/row';
import type { MailBrand, MailLink } from './content.ts';
import { style } from './styles.ts';
import { TextLink } from './TextLink.tsx';

/** The way to the web app, and out of mails of this kind where there is one. */
export function MailFooter({ brand, link }: { brand: MailBrand; link: MailLink | null }) {
  return (
    <Row>
      <Column className="muted" style={style.footer}>
        {brand.name}
        {' · '}
        <TextLink href={brand.frontendUrl}>{new URL(brand.frontendUrl).host}</TextLink>
        {link && (
          <>
            {' · '}
            <TextLink href={link.url}>{link.label}</TextLink>
          </>
        )}
      </Column>
    </Row>
  );
}
