import type { User } from '@serene/shared/contracts';
import { useState } from 'react';
import {
  Alert,
  Button,
  Card,
  ConfirmDialog,
  LoadFailed,
  Loading,
  Notice,
  Skeleton,
} from '../../../components/ui/index.ts';
import type { NoticeText } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import { useEndSignIn, useEndSignIns, useSignIns } from '../api/sign-ins.ts';
import { signInWords as words } from '../sign-in-words.ts';
import { SignInRow } from './SignInRow.tsx';

type SignInsProps = { user: User };

const signedOut: NoticeText = { tone: 'ok', title: words.signedOut };

/** Where the person is signed in, and the ways to end it. */
export function SignIns({ user }: SignInsProps) {
  const { data: signIns, error, isPending, refetch } = useSignIns();
  const [isAsking, setAsking] = useState(false);
  const endOne = useEndSignIn();
  const endAll = useEndSignIns();
  const failure = endAll.error ?? endOne.error;
  const failed = failure !== null && (
    <Alert tone="bad" live="assertive" title={words.failed}>
      {explain(failure)}
    </Alert>
  );
  const close = () => {
    setAsking(false);
    endAll.reset();
  };
  return (
    <Card title={words.title}>
      <p className="text-muted">{words.hint}</p>
      <Notice notice={endOne.isSuccess ? signedOut : undefined} />
      {isPending && (
        <Loading label={words.loading}>
          <Skeleton className="h-32" />
        </Loading>
      )}
      {error !== null && signIns === undefined && (
        <LoadFailed title={words.loadFailed} error={error} onRetry={() => void refetch()} />
      )}
      {signIns && (
        <ul className="divide-y divide-line">
          {signIns.map((signIn) => (
            <SignInRow
              key={signIn.id}
              signIn={signIn}
              zone={user.timezone}
              isEnding={endOne.isPending && endOne.variables === signIn.id}
              onEnd={() => endOne.isPending || endOne.mutate(signIn.id)}
            />
          ))}
        </ul>
      )}
      {!isAsking && failed}
      <Button variant="secondary" className="self-start" onClick={() => setAsking(true)}>
        {words.everywhere}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={words.everywhereTitle}
          text={words.everywhereText}
          keep={words.stay}
          confirm={words.everywhere}
          busy={endAll.isPending ? words.signingOut : undefined}
          onConfirm={() => endAll.mutate()}
          onClose={close}
        >
          {failed}
        </ConfirmDialog>
      )}
    </Card>
  );
}
