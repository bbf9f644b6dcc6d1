import { Alert, Button } from '../../../../components/ui/index.ts';
import { useOnline } from '../../../../lib/use-online.ts';
import { words } from '../../saving-words.ts';

type SaveBarProps = {
  /** How many fields differ from what is saved. */
  count: number;
  /** Whether there is something to save although nothing was changed: a new offer. */
  isNew?: boolean;
  isSaving: boolean;
  onDiscard: () => void;
};

/** The way to save, in view for as long as there is something to save. */
export function SaveBar({ count, isNew = false, isSaving, onDiscard }: SaveBarProps) {
  const online = useOnline();
  if (count === 0 && !isNew && !isSaving) return null;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-2 border-t border-line bg-bg p-4 md:mx-0 md:px-0">
      {!online && (
        <Alert tone="warn" live="assertive" title={words.offline}>
          {words.offlineText}
        </Alert>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <output className="mr-auto block text-small text-muted">{count > 0 && words.changes(count)}</output>
        {count > 0 && (
          <Button variant="secondary" onClick={onDiscard}>
            {words.discard}
          </Button>
        )}
        <Button type="submit" aria-disabled={!online} busy={isSaving ? words.saving : undefined}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}
