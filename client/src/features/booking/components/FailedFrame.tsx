import type { ReactNode } from 'react';
import type { Failure } from '../payment/failures.ts';
import { failureWords } from '../payment/trouble-words.ts';
import { OutcomeFrame, type OutcomeLook } from './OutcomeFrame.tsx';

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

/** A failed payment: what happened, what became of the money, what to do now. */
export function FailedFrame({ failure, said = failureWords[failure], ...rest }: FailedFrameProps) {
  return <OutcomeFrame {...rest} {...said} look={looks[failure] ?? 'failed'} />;
}

const looks: Partial<Record<Failure, OutcomeLook>> = { 'already-paid': 'done', pending: 'waiting' };
