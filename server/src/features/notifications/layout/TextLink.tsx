import { Link } from '@react-email/link';
import { style } from './styles.ts';

/** A link within text: underlined, since colour alone tells nothing to many. */
export function TextLink({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link" style={style.link} href={href}>
      {children}
    </Link>
  );
}
