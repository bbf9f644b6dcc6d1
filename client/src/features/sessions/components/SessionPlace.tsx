import type { Session } from '@serene/shared/contracts';
import { ExternalLink } from 'lucide-react';
import { buttonClass } from '../../../components/ui/index.ts';
import { words } from '../words.ts';

type SessionPlaceProps = { place: Session['place'] };

/** Where a session takes place that has no room here: the expert's link, also as a button, or an address. */
export function SessionPlace({ place: { kind, text = '' } }: SessionPlaceProps) {
  return (
    <>
      <span className="wrap-anywhere whitespace-pre-line">{text}</span>
      {kind === 'link' && isWebAddress(text) && (
        <a href={text} target="_blank" rel="noreferrer" className={`${buttonClass('secondary')} mt-2 flex w-fit`}>
          <ExternalLink aria-hidden className="size-5" />
          {words.openLink}
          <span className="sr-only"> ({words.newTab})</span>
        </a>
      )}
    </>
  );
}

/** Only what opens a page: the text comes from another person. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
