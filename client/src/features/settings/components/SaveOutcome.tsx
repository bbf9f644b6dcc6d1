import { Alert } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import type { useSaveAccount } from '../api/account.ts';
import { words } from '../words.ts';

type SaveOutcomeProps = { save: ReturnType<typeof useSaveAccount> };

/** What became of a change that is saved as it is made. */
export function SaveOutcome({ save }: SaveOutcomeProps) {
  return (
    <>
      <output className="block text-small text-muted empty:hidden">
        {/* Late, as a skeleton is: a quick answer must not flash it. */}
        {save.isPending && <span className="skeleton">{words.saving}</span>}
        {save.isSuccess && words.saved}
      </output>
      {save.isError && (
        <Alert tone="bad" live="assertive" title={words.saveFailed}>
          {explain(save.error)}
        </Alert>
      )}
    </>
  );
}
