import { Alert, Button } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import type { useVerifyEmail } from '../api/verify-email.ts';
import { confirmWords as words } from '../confirm-words.ts';

type ConfirmAddressProps = { verify: ReturnType<typeof useVerifyEmail>; token: string };

/** The press that confirms an address. */
export function ConfirmAddress({ verify, token }: ConfirmAddressProps) {
  return (
    <>
      <p>{words.text}</p>
      {verify.error !== null && (
        <Alert tone="bad" live="assertive" title={words.failed}>
          {explain(verify.error)}
        </Alert>
      )}
      <Button busy={verify.isPending ? words.confirming : undefined} onClick={() => verify.mutate(token)}>
        {words.confirm}
      </Button>
    </>
  );
}
