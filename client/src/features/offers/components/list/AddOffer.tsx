import { Plus } from 'lucide-react';
import { Link } from 'react-router-dom';
import { buttonClass } from '../../../../components/ui/index.ts';
import { words } from '../../list-words.ts';
import { newOfferId, offerPath } from '../../paths.ts';

/** The way to a new offer. */
export function AddOffer() {
  return (
    <Link to={offerPath(newOfferId)} className={buttonClass()}>
      <Plus aria-hidden className="size-4" />
      {words.add}
    </Link>
  );
}
