import { Body } from '@react-email/body';
import { Column } from '@react-email/column';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Row } from '@react-email/row';
import { Text } from '@react-email/text';
import { mailWords } from '../words/index.ts';
import type { MailContent, MailSurroundings } from './content.ts';
import { greeting } from './greeting.ts';
import { MailBlocks } from './MailBlocks.tsx';
import { MailFooter } from './MailFooter.tsx';
import { Masthead } from './Masthead.tsx';
import { nightStyles, phoneStyles } from './style-sheet.ts';
import { style } from './styles.ts';
import { TextLink } from './TextLink.tsx';

type MailLayoutProps = MailSurroundings & { content: MailContent };

/** What surrounds the blocks of every mail: one column of tables, since mail programs agree on little else. */
export function MailLayout({ content, brand, language }: MailLayoutProps) {
  const words = mailWords[language].layout;
  return (
    <Html lang={language} dir="ltr">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{content.subject}</title>
        <style>{nightStyles}</style>
        <style>{phoneStyles}</style>
      </Head>
      <Body className="page" style={style.body}>
        <Preview>{content.preview}</Preview>
        {/* Web mail drops the page and its language with it. */}
        <div lang={language} dir="ltr">
          <Row className="page" style={style.page}>
            <Column className="gutter" style={style.gutter}>
              <Container className="column" style={style.column}>
                <Masthead name={brand.name} />
                <Row>
                  <Column className="card ink" style={style.card}>
                    <Text style={style.paragraph}>{greeting(content, { brand, language })}</Text>
                    <MailBlocks blocks={content.blocks} />
                    <Support address={brand.supportEmail} text={words.support(brand.supportEmail)} />
                    <Text style={style.last}>
                      {words.regards}
                      <br />
                      {words.team(brand.name)}
                    </Text>
                  </Column>
                </Row>
                <MailFooter brand={brand} link={content.footerLink ?? null} />
              </Container>
            </Column>
          </Row>
        </div>
      </Body>
    </Html>
  );
}

/** The line about support, its address being a link wherever the language puts it. */
function Support({ address, text }: { address: string; text: string }) {
  const start = text.indexOf(address);
  return (
    <Text className="muted" style={style.support}>
      {text.slice(0, start)}
      <TextLink href={`mailto:${address}`}>{address}</TextLink>
      {text.slice(start + address.length)}
    </Text>
  );
}
