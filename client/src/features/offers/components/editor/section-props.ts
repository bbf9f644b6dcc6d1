import type { FieldErrors } from '../../../../lib/forms/field-errors.ts';
import type { OfferDraft } from '../../draft/offer-draft.ts';

/** What every section of the editor gets. */
export type SectionProps = {
  draft: OfferDraft;
  faults: FieldErrors;
  onChange: (part: Partial<OfferDraft>) => void;
  /** A field was left: what is wrong with it is told from now on. */
  onLeave: (field: string) => void;
};

/** What stands before a field's name in its id. */
export const idPrefix = 'offer-';
