import { RefreshCw, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { ApiError } from '../../lib/api/errors.ts';
import { explain } from '../../lib/api/explain.ts';
import { supportLink } from '../../lib/config.ts';
import { Alert } from './Alert.tsx';
import { Button } from './Button.tsx';
import { words } from './words.ts';

type SkeletonProps = { className: string };

/** A grey stand-in of the final size. It appears after 200 ms, so that quick answers do not flash. */
export function Skeleton({ className }: SkeletonProps) {
  return <div aria-hidden className={classNames('skeleton rounded-control bg-surface-2', className)} />;
}

type LoadingProps = { label: string; children: ReactNode };

/** A region that is being filled: skeletons for the eye, one sentence for the ear. */
export function Loading({ label, children }: LoadingProps) {
  return (
    <div aria-busy="true">
      <output className="sr-only">{label}</output>
      {children}
    </div>
  );
}

type EmptyStateProps = { icon: LucideIcon; title: string; children?: ReactNode };

/** Nothing to show: one sentence, and at most one thing to do about it. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      <Icon aria-hidden strokeWidth={1.75} className="size-8 text-faint" />
      <p className="font-medium">{title}</p>
      {children}
    </div>
  );
}

type LoadFailedProps = { title: string; error: unknown; onRetry: () => void };

/** Something could not be loaded: what, why, again, and whom to ask with which number. */
export function LoadFailed({ title, error, onRetry }: LoadFailedProps) {
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <Alert
      tone="bad"
      live="assertive"
      title={title}
      actions={
        <>
          <Button variant="secondary" onClick={onRetry}>
            <RefreshCw aria-hidden className="size-4" />
            {words.retry}
          </Button>
          <a href={supportLink(requestId)} className="inline-flex min-h-11 items-center px-2 text-link underline">
            {words.support}
          </a>
        </>
      }
    >
      <p>{explain(error)}</p>
      {requestId !== undefined && <p className="text-small text-muted">{words.request(requestId)}</p>}
    </Alert>
  );
}
