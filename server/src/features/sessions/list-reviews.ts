import { notFound } from '../../errors.ts';
import { findUsersByIds } from '../auth/index.ts';
import { findBookableExpert } from '../experts/index.ts';
import { listReviewed } from './repository.ts';
import { readCursor, writeCursor } from './session-cursor.ts';

type Review = { id: string; rating: number; review: string; author: string; startsAt: string };
type Page = { cursor?: string | undefined; limit: number };

/** One page of an expert's reviews, latest first, for everybody. @throws AppError NOT_FOUND */
export async function listReviews(
  idOrSlug: string,
  { cursor, limit }: Page,
): Promise<{ reviews: Review[]; nextCursor: string | null }> {
  const expert = await findBookableExpert(idOrSlug);
  if (!expert) throw notFound('The expert');
  const after = cursor === undefined ? null : readCursor(cursor);
  const found = await listReviewed(expert._id, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const authors = await findUsersByIds(page.map(({ userId }) => userId));
  const reviews = page.flatMap(({ _id, userId, rating, review, startsAt }) => {
    const name = authors.find((author) => author._id.equals(userId))?.name ?? '';
    if (rating === null || review === null) return [];
    return [{ id: _id.toHexString(), rating, review, author: firstName(name), startsAt: startsAt.toISOString() }];
  });
  const last = page.at(-1);
  const hasMore = found.length > limit;
  return { reviews, nextCursor: last && hasMore ? writeCursor({ startsAt: last.startsAt, id: last._id }) : null };
}

/** Names begin with a title, now and then: `Dr. Asha Nair` is Asha. */
function firstName(name: string): string {
  return name.split(' ').find((part) => !part.endsWith('.')) ?? name;
}
