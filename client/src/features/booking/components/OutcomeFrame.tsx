import { CircleCheck, CircleX, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass, PageHeading } from '../../../components/ui/index.ts';
import { supportLink } from '../../../lib/config.ts';
import { words } from '../page-words.ts';

export type OutcomeLook = 'done' | 'waiting' | 'failed' | 'over';

type OutcomeFrameProps = {
  look: OutcomeLook;
  title: string;
  text: ReactNode;
  /** For support. */
  reference?: string | undefined;
  /** What is known beside it: the money line, the hold. */
  facts?: ReactNode;
  /** The ways on. */
  children: ReactNode;
};

/** What became of a booking in one column: what happened, what of the money, what to do now. */
export function OutcomeFrame({ look, title, text, reference, facts, children }: OutcomeFrameProps) {
  const { icon: Icon, color } = looks[look];
  return (
    <div className="page flex max-w-140 flex-col gap-5 py-8 md:py-12">
      <Icon aria-hidden strokeWidth={1.75} className={`size-14 ${color}`} />
      <PageHeading title={title} />
      <div className="text-lead" aria-live="polite">
        {text}
      </div>
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
  done: { icon: CircleCheck, color: 'text-ok' },
  waiting: { icon: Hourglass, color: 'text-warn' },
  failed: { icon: CircleX, color: 'text-bad' },
  over: { icon: CircleX, color: 'text-muted' },
};
