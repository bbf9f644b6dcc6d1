import { Plus } from 'lucide-react';
import type { Dispatch } from 'react';
import { Button } from '../../../components/ui/index.ts';
import type { FieldErrors } from '../../../lib/forms/field-errors.ts';
import type { Draft, DraftAction } from '../draft.ts';
import { words } from '../words.ts';
import { BreakRow } from './BreakRow.tsx';

type BreakListProps = {
  breaks: Draft['breaks'];
  faults: FieldErrors;
  dispatch: Dispatch<DraftAction>;
};

/** The breaks, each on its own days. */
export function BreakList({ breaks, faults, dispatch }: BreakListProps) {
  return (
    <section aria-labelledby="breaks" className="card p-5">
      <h2 id="breaks" className="text-h3 font-semibold">
        {words.breaks}
      </h2>
      <p className="pb-3 text-small text-muted">{words.breaksHint}</p>
      {breaks.length === 0 && <p className="border-t border-line py-3 text-muted">{words.noBreaks}</p>}
      {breaks.map((pause, index) => (
        <BreakRow
          key={pause.id}
          number={index + 1}
          pause={pause}
          invalid={Object.hasOwn(faults, `break-${pause.id}-end`)}
          onChange={(change) => dispatch({ type: 'break', id: pause.id, change })}
          onRemove={() => dispatch({ type: 'remove-break', id: pause.id })}
        />
      ))}
      <Button variant="secondary" onClick={() => dispatch({ type: 'add-break' })}>
        <Plus aria-hidden className="size-4" />
        {words.addBreak}
      </Button>
    </section>
  );
}
