import type { SessionType } from '@serene/shared/contracts';
import { Alert, ConfirmDialog, type NoticeText } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { useDeleteOffer } from '../../api/arrange-offers.ts';
import { words } from '../../list-words.ts';

type DeleteOfferProps = { type: SessionType; onDone: (notice: NoticeText) => void; onClose: () => void };

/** Asks before an offer is deleted, and says when it was only switched off since it was booked before. */
export function DeleteOffer({ type: { id, title, expertId }, onDone, onClose }: DeleteOfferProps) {
  const { mutate, isPending, error } = useDeleteOffer(expertId);
  const confirm = () =>
    mutate(id, {
      onSuccess: (left) => {
        onClose();
        onDone(
          left === null
            ? { tone: 'ok', title: words.deleted(title) }
            : { tone: 'warn', title: words.keptOff(title), text: words.keptOffText },
        );
      },
    });
  return (
    <ConfirmDialog
      title={words.deleteTitle(title)}
      text={words.deleteText}
      keep={words.keep}
      confirm={words.delete}
      busy={isPending ? words.deleting : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {error !== null && (
        <Alert tone="bad" live="assertive" title={words.deleteFailed}>
          {explain(error)}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
