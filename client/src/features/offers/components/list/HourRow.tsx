import type { HourlyOffer } from '@serene/shared/contracts';
import { Pencil, Power } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { showToast } from '../../../../components/ui/index.ts';
import { formatList } from '../../../../lib/list.ts';
import { formatMoney } from '../../../../lib/money.ts';
import { conflictingHour, useSaveHourlyOffer } from '../../api/save-offer.ts';
import { hourlyBodyOf, hourlyDraftOf } from '../../draft/hourly-draft.ts';
import { words } from '../../list-words.ts';
import { hourlyOfferId } from '../../offer-choice.ts';
import { offerPath } from '../../paths.ts';
import { hourWords } from '../../saving-words.ts';
import { OfferRow } from './OfferRow.tsx';
import { SwitchFailed } from './SwitchFailed.tsx';

type HourRowProps = { hour: HourlyOffer };

/** The expert's hour in their own list. */
export function HourRow({ hour }: HourRowProps) {
  const navigate = useNavigate();
  const save = useSaveHourlyOffer();
  const { rate, currency, durations } = hour;
  const isOn = save.isPending ? save.variables.isActive : hour.isActive;
  const path = offerPath(hourlyOfferId);
  const price = formatMoney(rate, currency);
  const set = (isActive: boolean) => {
    if (save.isPending) return;
    const body = { ...hourlyBodyOf(hourlyDraftOf(hour), hour), isActive };
    save.mutate(body, { onSuccess: () => void showToast(isActive ? words.savedOn : words.savedOff) });
  };
  return (
    <OfferRow
      title={hourWords.title}
      text={formatList([rate === 0 ? price : words.perHour(price), ...durations.map(words.minutes)])}
      color="slate"
      path={path}
      isOn={isOn}
      isSaving={save.isPending}
      onSwitch={set}
      menu={[
        [
          { label: words.edit, icon: Pencil, onSelect: () => void navigate(path) },
          { label: isOn ? words.switchOff : words.switchOn, icon: Power, onSelect: () => set(!isOn) },
        ],
      ]}
    >
      <SwitchFailed error={save.error} isOvertaken={conflictingHour(save.error) !== undefined} />
    </OfferRow>
  );
}
