import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass, PageHeading } from '../../../components/ui/index.ts';
import { supportLink } from '../../../lib/config.ts';
import { words } from '../pages/words.ts';
import type { Failure } from '../payment/failures.ts';
import { failureWords } from '../payment/words.ts';

type FailedFrameProps = {
  failure: Failure;
  reference?: string;
  /** What is known of the order: the money line, the hold. */
  facts?: ReactNode;
  /** The ways on. */
  children: ReactNode;
};

/** The failed payment in one column: what happened, what became of the money, what to do now. */
export function FailedFrame({ failure, reference, facts, children }: FailedFrameProps) {
  const { title, text } = failureWords[failure];
  const paid = failure === 'already-paid';
  const Icon = paid ? CircleCheck : CircleX;
  return (
    <div className="page flex max-w-140 flex-col gap-5 py-8 md:py-12">
      <Icon aria-hidden strokeWidth={1.75} className={`size-14 ${paid ? 'text-ok' : 'text-bad'}`} />
      <PageHeading title={title} />
      <p className="text-lead">{text}</p>
      {facts}
      <div className="flex flex-col gap-3 md:flex-row md:flex-wrap">{children}</div>
      <p className="flex flex-wrap items-center gap-x-4 border-t border-line pt-4 text-small text-muted">
        <a href={supportLink(reference)} className={buttonClass('quiet')}>
          {words.support}
        </a>
        {reference !== undefined && <span className="wrap-anywhere">{words.reference(reference)}</span>}
      </p>
    </div>
  );
}
