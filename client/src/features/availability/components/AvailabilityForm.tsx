import type { AvailabilityChange, OwnExpert } from '@serene/shared/contracts';
import { useReducer, useState, type SubmitEvent } from 'react';
import { Alert, Button, ErrorSummary, LeaveGuard, SelectField, ZonePicker } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import type { FieldErrors } from '../../../lib/forms/field-errors.ts';
import { knownZone } from '../../../lib/time/zones.ts';
import { useSaveAvailability } from '../api/save-availability.ts';
import { changeOf, isSameDraft } from '../change.ts';
import { draftOf, faultsOf, reduceDraft } from '../draft.ts';
import { words } from '../words.ts';
import { ApprovalSetting } from './ApprovalSetting.tsx';
import { BreakList } from './BreakList.tsx';
import { StrandedSessions } from './StrandedSessions.tsx';
import { WeekEditor } from './WeekEditor.tsx';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';

type AvailabilityFormProps = { expert: OwnExpert };

const slotDurations = [15, 30, 60] as const;

/** Hours, breaks, zone, grid and booking rules of an expert, saved together. */
export function AvailabilityForm({ expert }: AvailabilityFormProps) {
  const [draft, dispatch] = useReducer(reduceDraft, expert, draftOf);
  const [isOvertaken, setIsOvertaken] = useState(false);
  const [faults, setFaults] = useState<FieldErrors>({});
  // Offsets in the picker are those of the day the page was opened.
  const openedAt = useOpeningTime();
  const save = useSaveAvailability();
  const isDirty = !isSameDraft(draft, draftOf(expert));

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    save.mutate(changeOf(draft, draftOf(expert)), {
      onSuccess: (answer) => {
        const saved = draftOf(answer.expert);
        setIsOvertaken(!isSameDraft(saved, draft));
        dispatch({ type: 'saved', sent: draft, saved });
      },
    });
  };

  return (
    <form noValidate className="flex flex-col gap-6" onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <div className="grid gap-4 card p-5 md:grid-cols-2">
        <div className="flex flex-col gap-1">
          <p className="font-medium">{words.zone}</p>
          <p className="text-small text-muted">{words.zoneHint}</p>
          {knownZone(draft.timezone) === null && <Alert tone="warn">{words.unknownZone}</Alert>}
          <div>
            <ZonePicker
              zone={draft.timezone}
              at={openedAt}
              onChange={(timezone) => dispatch({ type: 'zone', timezone })}
            />
          </div>
        </div>
        <SelectField
          label={words.slotDuration}
          value={draft.slotDuration}
          onChange={(event) => {
            const slotDuration = slotDurations.find((minutes) => String(minutes) === event.target.value);
            if (slotDuration !== undefined) dispatch({ type: 'slot-duration', slotDuration });
          }}
        >
          {slotDurations.map((minutes) => (
            <option key={minutes} value={minutes}>
              {words.slotChoice(minutes)}
            </option>
          ))}
        </SelectField>
      </div>
      <WeekEditor days={draft.days} dispatch={dispatch} />
      <BreakList breaks={draft.breaks} faults={faults} dispatch={dispatch} />
      <ApprovalSetting
        isOn={draft.requiresApproval}
        onChange={(requiresApproval) => dispatch({ type: 'approval', requiresApproval })}
      />
      {save.isError && (
        <Alert tone="bad" live="assertive" title={words.saveFailed}>
          {explain(save.error)}
        </Alert>
      )}
      {save.isSuccess && isOvertaken && (
        <Alert tone="warn" live="polite" title={words.overtaken}>
          {words.overtakenText}
        </Alert>
      )}
      {save.isSuccess && !isDirty && (
        <>
          <Alert tone="ok" live="polite" title={changesHours(save.variables) ? words.saved : words.rulesSaved} />
          <StrandedSessions sessions={save.data.strandedSessions} zone={draft.timezone} />
        </>
      )}
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-4 border-t border-line bg-bg p-4 md:mx-0 md:px-0">
        <output className="block mr-auto text-small text-muted">{isDirty && words.unsaved}</output>
        <Button type="submit" busy={save.isPending ? words.saving : undefined}>
          {words.save}
        </Button>
      </div>
      <LeaveGuard isDirty={isDirty} text={words.leaveText} />
    </form>
  );
}

/** Also true of a save that changes nothing: the hours were confirmed. */
function changesHours({ requiresApproval, ...hours }: AvailabilityChange): boolean {
  return requiresApproval === undefined || Object.keys(hours).length > 0;
}
