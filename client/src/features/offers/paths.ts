/** Where an expert sees all that they offer. */
export const offersPath = '/expert/offers';

/** What stands in the address in place of an id, for an offer that is not there yet. */
export const newOfferId = 'new';

/** Where one offer is edited. */
export function offerPath(id: string): string {
  return `${offersPath}/${id}`;
}
