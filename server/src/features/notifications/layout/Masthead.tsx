import { Column } from '@react-email/column';
import { Row } from '@react-email/row';
import { initial } from '@serene/shared/text';
import { style } from './styles.ts';

/** Whom the mail is from. An initial stands in for a logo: pictures are often not loaded. */
export function Masthead({ name }: { name: string }) {
  return (
    <>
      <Row>
        <Column aria-hidden="true" style={style.mark}>
          {initial(name)}
        </Column>
        <Column className="ink" style={style.brand}>
          {name}
        </Column>
      </Row>
      <div style={style.space}>&nbsp;</div>
    </>
  );
}
