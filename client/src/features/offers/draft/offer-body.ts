import type { SessionType, SessionTypeBody } from '@serene/shared/contracts';
import { offerLimits } from '@serene/shared/offers';
import { shorten } from '@serene/shared/text';
import { words } from '../list-words.ts';
import { bodyOf, draftOf } from './offer-draft.ts';

/** All that its expert can change of a session type, as it is. */
export function bodyOfType(type: SessionType): SessionTypeBody {
  return bodyOf(draftOf(type), type);
}

/** The same offer once more: off until it is switched on, and equal in every other field but its title. */
export function copyOf(type: SessionType): SessionTypeBody {
  return { ...bodyOfType(type), title: copiedTitle(type.title), isActive: false };
}

/** A long title loses its end, so that the copy can be saved. */
function copiedTitle(title: string): string {
  let most: number = offerLimits.title;
  while (words.copyOf(shorten(title, most)).length > offerLimits.title) most -= 1;
  return words.copyOf(shorten(title, most));
}
