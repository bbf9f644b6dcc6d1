import { Card, SelectField } from '../../../../components/ui/index.ts';
import type { ExpertRules } from '../../api/own-offers.ts';
import { ruleWords as words } from '../../editor-words.ts';
import { fieldNames } from '../../field-words.ts';
import { approvalText, breakText, freeUntilText, noticeText, policyText, refundText } from '../../rule-text.ts';
import { RuleSelect } from './RuleSelect.tsx';
import { idPrefix, type SectionProps } from './section-props.ts';

const breaks = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120];
const notices = [0, 30, 60, 120, 240, 720, 1440, 2 * 1440, 3 * 1440, 7 * 1440, 14 * 1440];
const horizons = [7, 14, 30, 60, 90, 180, 365];
const freeHours = [0, 1, 2, 6, 12, 24, 48, 72, 168];
const percents = [0, 25, 50, 75, 100];

type RulesSectionProps = Pick<SectionProps, 'draft' | 'onChange'> & { rules: ExpertRules };

/** The expert's own rules, or others for this offer (F2). */
export function RulesSection({ draft, onChange, rules }: RulesSectionProps) {
  const { bufferMinutes, minimumNoticeMinutes, maximumAdvanceDays, requiresApproval, cancellationPolicy } = draft;
  const refundPercentAfter = cancellationPolicy?.refundPercentAfter ?? rules.cancellationPolicy.refundPercentAfter;
  return (
    <Card title={words.title} text={words.hint}>
      <div className="grid gap-4 sm:grid-cols-2">
        <RuleSelect
          id={`${idPrefix}bufferMinutes`}
          label={fieldNames.bufferMinutes}
          value={bufferMinutes}
          mine={breakText(rules.bufferMinutes)}
          choices={breaks}
          text={breakText}
          onChange={(value) => onChange({ bufferMinutes: value })}
        />
        <RuleSelect
          id={`${idPrefix}minimumNoticeMinutes`}
          label={fieldNames.minimumNoticeMinutes}
          value={minimumNoticeMinutes}
          mine={noticeText(rules.minimumNoticeMinutes)}
          choices={notices}
          text={noticeText}
          onChange={(value) => onChange({ minimumNoticeMinutes: value })}
        />
        <RuleSelect
          id={`${idPrefix}maximumAdvanceDays`}
          label={fieldNames.maximumAdvanceDays}
          value={maximumAdvanceDays}
          mine={words.days(rules.maximumAdvanceDays)}
          choices={horizons}
          text={words.days}
          onChange={(value) => onChange({ maximumAdvanceDays: value })}
        />
        <RuleSelect
          id={`${idPrefix}requiresApproval`}
          label={fieldNames.requiresApproval}
          value={requiresApproval === null ? null : Number(requiresApproval)}
          mine={approvalText(rules.requiresApproval)}
          choices={[0, 1]}
          text={(choice) => approvalText(choice === 1)}
          onChange={(value) => onChange({ requiresApproval: value === null ? null : value === 1 })}
        />
      </div>
      <RuleSelect
        id={`${idPrefix}cancellationPolicy`}
        label={fieldNames.cancellationPolicy}
        value={cancellationPolicy?.freeUntilHours ?? null}
        mine={policyText(rules.cancellationPolicy)}
        choices={freeHours}
        text={freeUntilText}
        onChange={(hours) =>
          onChange({ cancellationPolicy: hours === null ? null : { freeUntilHours: hours, refundPercentAfter } })
        }
      />
      {cancellationPolicy !== null && cancellationPolicy.freeUntilHours > 0 && (
        <SelectField
          label={words.refund}
          value={refundPercentAfter}
          onChange={(event) =>
            onChange({
              cancellationPolicy: { ...cancellationPolicy, refundPercentAfter: Number(event.target.value) },
            })
          }
        >
          {[...new Set([...percents, refundPercentAfter])]
            .toSorted((one, other) => one - other)
            .map((percent) => (
              <option key={percent} value={percent}>
                {refundText(percent)}
              </option>
            ))}
        </SelectField>
      )}
    </Card>
  );
}
