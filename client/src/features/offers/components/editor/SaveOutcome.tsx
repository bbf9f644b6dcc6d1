import type { ReactNode } from 'react';
import { Alert, Button, Notice, type NoticeText } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { words } from '../../saving-words.ts';
import { FocusedBox } from './FocusedBox.tsx';

type SaveOutcomeProps = {
  /** What came of the last save; a new object takes the focus. */
  notice: NoticeText | undefined;
  /** Why it could not be saved, where no field is at fault. */
  error: Error | null;
  /** What can be done about that, instead of the explanation. */
  remedy?: ReactNode;
  /** Brings back what was given up. */
  bringBack: (() => void) | undefined;
  /** Whether it was given up for another version. */
  isOther: boolean;
};

/** What came of saving, or of giving up what was typed. */
export function SaveOutcome({ notice, error, remedy, bringBack, isOther }: SaveOutcomeProps) {
  return (
    <>
      {error !== null &&
        (remedy ?? (
          <Alert tone="bad" live="assertive" title={words.saveFailed}>
            {explain(error)}
          </Alert>
        ))}
      {bringBack !== undefined && (
        <FocusedBox>
          <Alert
            tone="info"
            live="polite"
            title={isOther ? words.tookOther : words.discarded}
            actions={
              <Button variant="secondary" onClick={bringBack}>
                {words.bringBack}
              </Button>
            }
          />
        </FocusedBox>
      )}
      <Notice notice={notice} />
    </>
  );
}
