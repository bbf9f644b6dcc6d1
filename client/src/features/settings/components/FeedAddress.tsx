import { Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, TextAreaField } from '../../../components/ui/index.ts';
import { feedWords as words } from '../words.ts';

type FeedAddressProps = { url: string };

/** An address to take into a calendar program. */
export function FeedAddress({ url }: FeedAddressProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setOutcome(words.copied);
    } catch {
      // Browsers may refuse, and offer it to secure pages only.
      field.current?.focus();
      setOutcome(words.copyFailed);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <TextAreaField
        ref={field}
        readOnly
        rows={3}
        label={words.address}
        value={url}
        onFocus={(event) => event.target.select()}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void copy()}>
          <Copy aria-hidden className="size-4" />
          {words.copy}
        </Button>
        <output className="block min-w-0 flex-1 text-small text-muted">{outcome}</output>
      </div>
    </div>
  );
}
