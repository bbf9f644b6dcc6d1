import { CircleX } from 'lucide-react';
import { useId } from 'react';
import { Switch } from '../../../../components/ui/index.ts';
import { words } from '../../editor-words.ts';
import { fieldNames } from '../../field-words.ts';
import { idPrefix } from './section-props.ts';

type ActiveSwitchProps = { isOn: boolean; error?: string | undefined; onChange: (isOn: boolean) => void };

/** Whether customers can book the offer. */
export function ActiveSwitch({ isOn, error, onChange }: ActiveSwitchProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-[min(10rem,100%)] flex-1">
          <label htmlFor={`${idPrefix}isActive`} className="font-medium">
            {fieldNames.isActive}
          </label>
          <p id={id} className="text-small text-muted">
            {words.isActiveHint}
          </p>
        </div>
        <Switch id={`${idPrefix}isActive`} aria-describedby={id} checked={isOn} onCheckedChange={onChange} />
      </div>
      {error !== undefined && (
        <p className="flex items-center gap-1 text-small font-medium text-bad">
          <CircleX aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
