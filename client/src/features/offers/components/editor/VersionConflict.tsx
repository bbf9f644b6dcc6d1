import { useId, useState } from 'react';
import { Alert, Button } from '../../../../components/ui/index.ts';
import { words } from '../../saving-words.ts';
import { FocusedBox } from './FocusedBox.tsx';

/** A field in which two versions differ, in words. */
export type Difference = { name: string; mine: string; theirs: string };

type VersionConflictProps = {
  differences: readonly Difference[];
  onKeep: () => void;
  onTake: () => void;
};

/** Somebody, or another tab, saved another version meanwhile: both can be seen, and either can be had. */
export function VersionConflict({ differences, onKeep, onTake }: VersionConflictProps) {
  const [areShown, setAreShown] = useState(false);
  const id = useId();
  return (
    <FocusedBox>
      <Alert
        tone="warn"
        live="assertive"
        title={words.conflict}
        actions={
          <>
            <Button
              variant="secondary"
              aria-expanded={areShown}
              aria-controls={id}
              onClick={() => setAreShown(!areShown)}
            >
              {words.seeBoth}
            </Button>
            <Button variant="secondary" onClick={onKeep}>
              {words.keepMine}
            </Button>
            <Button variant="secondary" onClick={onTake}>
              {words.takeOther}
            </Button>
          </>
        }
      >
        {words.conflictText}
      </Alert>
      <section id={id} hidden={!areShown} aria-label={words.both} className="mt-3 flex flex-col gap-3 card p-4">
        {differences.map(({ name, mine, theirs }) => (
          <div key={name}>
            <h3 className="font-semibold">{name}</h3>
            <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
              <Version name={words.mine} text={mine} />
              <Version name={words.other} text={theirs} />
            </dl>
          </div>
        ))}
      </section>
    </FocusedBox>
  );
}

function Version({ name, text }: { name: string; text: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-small text-muted">{name}</dt>
      <dd className="wrap-anywhere whitespace-pre-line">{text === '' ? words.nothing : text}</dd>
    </div>
  );
}
