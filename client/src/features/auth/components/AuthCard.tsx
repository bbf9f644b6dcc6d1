import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { PageHeading } from '../../../components/ui/index.ts';
import { ownAddress } from '../../../lib/own-address.ts';
import { words } from '../words.ts';

type AuthCardProps = {
  title: string;
  children: ReactNode;
  other: { question: string; label: string; path: string };
};

/** The frame of sign-in and registration; each leads to the other without losing the way back. */
export function AuthCard({ title, children, other }: AuthCardProps) {
  const [search] = useSearchParams();
  const hasNext = ownAddress(search.get('next')) !== null;
  return (
    <div className="page max-w-120 py-8 md:py-12">
      <div className="flex flex-col gap-6 card p-5 md:p-8">
        <PageHeading title={title} />
        {hasNext && <p className="text-muted">{words.nextNote}</p>}
        {children}
        <p className="border-t border-line pt-5 text-small">
          {other.question}{' '}
          <Link to={{ pathname: other.path, search: search.toString() }} className="font-medium text-link underline">
            {other.label}
          </Link>
        </p>
      </div>
    </div>
  );
}
