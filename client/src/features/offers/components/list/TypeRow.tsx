import type { SessionType } from '@serene/shared/contracts';
import { ArrowDown, ArrowUp, Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Alert, showToast, type NoticeText } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { formatList } from '../../../../lib/list.ts';
import { formatMoney } from '../../../../lib/money.ts';
import { conflictingType, useSaveOffer } from '../../api/save-offer.ts';
import { bodyOfType, copyOf } from '../../draft/offer-body.ts';
import { words } from '../../list-words.ts';
import { offerPath } from '../../paths.ts';
import { unsoldReason } from '../../unsold-reason.ts';
import { DeleteOffer } from './DeleteOffer.tsx';
import { OfferRow } from './OfferRow.tsx';
import { SwitchFailed } from './SwitchFailed.tsx';

type TypeRowProps = {
  type: SessionType;
  /** What the expert sells in. */
  currency: string;
  order: { isFirst: boolean; isLast: boolean; onMove: (by: -1 | 1) => void };
  /** Tells the page what was done. */
  onDone: (notice: NoticeText) => void;
};

/** A session type in the expert's own list. */
export function TypeRow({ type, currency, order, onDone }: TypeRowProps) {
  const navigate = useNavigate();
  const change = useSaveOffer();
  const copy = useSaveOffer();
  const [isDeleting, setIsDeleting] = useState(false);
  const { title } = type;
  const isOn = change.isPending ? change.variables.body.isActive : type.isActive;
  const set = (isActive: boolean) => {
    if (change.isPending) return;
    const body = { ...bodyOfType(type), isActive };
    const tell = () => void showToast(isActive ? words.savedOn : words.savedOff);
    change.mutate({ saved: type, body }, { onSuccess: tell });
  };
  const duplicate = () => {
    if (copy.isPending) return;
    const made = (copied: SessionType) =>
      onDone({ tone: 'ok', title: words.copied(copied.title), text: words.copiedText });
    copy.mutate({ saved: null, body: copyOf(type) }, { onSuccess: made });
  };
  const { isFirst, isLast, onMove } = order;
  return (
    <OfferRow
      title={title}
      text={formatList([words.minutes(type.durationMinutes), formatMoney(type.price, type.currency)])}
      color={type.color}
      path={offerPath(type.id)}
      isOn={isOn}
      isSaving={change.isPending}
      onSwitch={set}
      unsold={unsoldReason(type, currency)}
      order={order}
      menu={[
        [
          { label: words.edit, icon: Pencil, onSelect: () => void navigate(offerPath(type.id)) },
          { label: words.duplicate, icon: Copy, onSelect: duplicate },
        ],
        [
          ...(isFirst ? [] : [{ label: words.moveUp, icon: ArrowUp, onSelect: () => onMove(-1) }]),
          ...(isLast ? [] : [{ label: words.moveDown, icon: ArrowDown, onSelect: () => onMove(1) }]),
        ],
        [{ label: words.delete, icon: Trash2, isDanger: true, onSelect: () => setIsDeleting(true) }],
      ]}
    >
      <output className="text-small text-muted empty:hidden">{copy.isPending && words.copying}</output>
      <SwitchFailed error={change.error} isOvertaken={conflictingType(change.error) !== undefined} />
      {copy.error !== null && (
        <Alert tone="bad" live="assertive" title={words.copyFailed}>
          {explain(copy.error)}
        </Alert>
      )}
      {isDeleting && <DeleteOffer type={type} onDone={onDone} onClose={() => setIsDeleting(false)} />}
    </OfferRow>
  );
}
