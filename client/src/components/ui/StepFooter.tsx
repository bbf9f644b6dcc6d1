import { ArrowLeft, ArrowRight, CircleX } from 'lucide-react';
import { useOnline } from '../../lib/use-online.ts';
import { Alert } from './Alert.tsx';
import { Button } from './Button.tsx';
import { words } from './words.ts';

type StepFooterProps = {
  /** Price and length, once both are known. */
  total?: string | undefined;
  /** What is missing; said where the press was. */
  problem?: string | undefined;
  /** To the step before; `leaves` where there is none and the dialog is left. */
  back: { label: string; leaves?: boolean; onPress: () => void };
  /** Without `onPress` it submits the form that it stands in. */
  next: { label: string; busy?: string | undefined; onPress?: () => void };
  /** What being offline means here; the bar that says so lies behind the dialog. */
  offline?: string;
};

/** The way on and the way back, always in view; the list above scrolls. */
export function StepFooter({ total, problem, back, next, offline = words.offlineText }: StepFooterProps) {
  const online = useOnline();
  return (
    <div className="sticky bottom-(--step-bottom,-1rem) -mx-4 mt-auto -mb-4 flex flex-col gap-2 border-t border-line bg-surface p-4 md:-mx-6 md:px-6">
      {!online && (
        <Alert tone="warn" live="assertive" title={words.offline}>
          {offline}
        </Alert>
      )}
      {problem !== undefined && (
        <p role="alert" className="flex items-center gap-1 font-medium text-bad">
          <CircleX aria-hidden className="size-4 shrink-0" />
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {total !== undefined && <p className="mr-auto font-semibold tabular-nums">{total}</p>}
        <Button variant="secondary" onClick={back.onPress}>
          {back.leaves !== true && <ArrowLeft aria-hidden className="size-4" />}
          {back.label}
        </Button>
        <Button type={next.onPress ? 'button' : 'submit'} busy={next.busy} onClick={next.onPress}>
          {next.label}
          <ArrowRight aria-hidden className="size-4" />
        </Button>
      </div>
    </div>
  );
}
