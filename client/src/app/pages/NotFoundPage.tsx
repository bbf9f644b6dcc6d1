import { Link } from 'react-router-dom';
import { buttonClass, PageHeading } from '../../components/ui/index.ts';
import { notFoundWords as words } from './not-found-words.ts';

export function NotFoundPage() {
  return (
    <div className="page flex flex-col items-start gap-4 py-12">
      <PageHeading title={words.notFound} />
      <p>{words.notFoundText}</p>
      <Link to="/" className={buttonClass('primary')}>
        {words.home}
      </Link>
    </div>
  );
}
