import { Alert, Button } from '../../../../components/ui/index.ts';
import { words } from '../../saving-words.ts';

/** The offer was deleted while it was edited: what was typed can become a new one. */
export function GoneOffer({ onSave }: { onSave: () => void }) {
  return (
    <Alert
      tone="bad"
      live="assertive"
      title={words.gone}
      actions={
        <Button variant="secondary" onClick={onSave}>
          {words.saveAsNew}
        </Button>
      }
    >
      {words.goneText}
    </Alert>
  );
}
