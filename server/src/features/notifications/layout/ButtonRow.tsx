import { Button } from '@react-email/button';
import { Column } from '@react-email/column';
import { Row } from '@react-email/row';
import { Fragment } from 'react';
import type { MailLink } from './content.ts';
import { style } from './styles.ts';

/** The first is the main one. The space between two is all that Outlook keeps of their margin. */
export function ButtonRow({ items }: { items: readonly MailLink[] }) {
  return (
    <Row>
      <Column style={style.buttons}>
        {items.map(({ label, url }, index) => {
          const [look, colours] = index === 0 ? ['main', style.mainButton] : ['plain', style.plainButton];
          return (
            <Fragment key={label}>
              <Button className={`button ${look}`} style={colours} href={url}>
                {label}
              </Button>{' '}
            </Fragment>
          );
        })}
      </Column>
    </Row>
  );
}
