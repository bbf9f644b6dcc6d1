import { Suspense } from 'react';
import { Alert, Button } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { explain } from '../../../lib/api/explain.ts';
import { lazyPart } from '../../../lib/lazy-part.ts';
import type { ProblemProps } from '../wizard/step-props.ts';
import { words } from '../words.ts';
import { refusals } from './refusals.ts';

// Seldom met, so it comes when it is: it follows an answer, and so can be fetched.
const OrderRefused = lazyPart(async () => (await import('./OrderRefused.tsx')).OrderRefused);

/** Why the slot could not be held, and the shortest way on. */
export function OrderProblem(props: ProblemProps) {
  const { hold, error } = props;
  if (hasCode(error, ...refusals)) {
    return (
      <Suspense>
        <OrderRefused {...props} />
      </Suspense>
    );
  }
  return (
    <Alert
      tone="bad"
      live="assertive"
      title={words.holdFailed}
      actions={<Button onClick={() => hold.hold()}>{words.tryAgain}</Button>}
    >
      {explain(error)} {words.notChargedTryAgain}
    </Alert>
  );
}
