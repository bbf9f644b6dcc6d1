import { CircleCheck, CircleX, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass, PageHeading } from '../../../components/ui/index.ts';
import { supportLink } from '../../../lib/config.ts';
import { words } from '../page-words.ts';
import type { Failure } from '../payment/failures.ts';
import { failureWords } from '../payment/words.ts';

type FailedFrameProps = {
  failure: Failure;
  /** Where more is known than the reason says. */
  said?: { title: string; text: string } | undefined;
  reference?: string;
  /** What is known of the order: the money line, the hold. */
  facts?: ReactNode;
  /** The ways on. */
  children: ReactNode;
};

/** The failed payment in one column: what happened, what became of the money, what to do now. */
export function FailedFrame({ failure, said = failureWords[failure], reference, facts, children }: FailedFrameProps) {
  const { title, text } = said;
  const { icon: Icon, look } = looks[failure === 'already-paid' || failure === 'pending' ? failure : 'failed'];
  return (
    <div className="page flex max-w-140 flex-col gap-5 py-8 md:py-12">
      <Icon aria-hidden strokeWidth={1.75} className={`size-14 ${look}`} />
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

const looks = {
  'already-paid': { icon: CircleCheck, look: 'text-ok' },
  pending: { icon: Hourglass, look: 'text-warn' },
  failed: { icon: CircleX, look: 'text-bad' },
} as const;
