import { useId } from 'react';
import { Switch } from '../../../components/ui/index.ts';
import { words } from '../words.ts';

type ApprovalSettingProps = { isOn: boolean; onChange: (isOn: boolean) => void };

/** Whether the expert accepts each booking before it stands (L4). */
export function ApprovalSetting({ isOn, onChange }: ApprovalSettingProps) {
  const id = useId();
  return (
    <section aria-labelledby="rules" className="flex flex-col gap-3 card p-5">
      <h2 id="rules" className="text-h3 font-semibold">
        {words.rules}
      </h2>
      <div className="flex items-start justify-between gap-4">
        <div>
          <label htmlFor={id} className="font-medium">
            {words.approval}
          </label>
          <p id={`${id}-hint`} className="text-small text-muted">
            {words.approvalHint}
          </p>
        </div>
        <Switch id={id} aria-describedby={`${id}-hint`} checked={isOn} onCheckedChange={onChange} />
      </div>
    </section>
  );
}
