import type { Schedule } from '@serene/shared/contracts';
import { Types, type ClientSession, type QueryFilter } from 'mongoose';
import { ExpertModel, type ExpertRecord } from './model.ts';
import { withKnownZone } from './known-zone.ts';
import type { OfferingExpert } from './offer.ts';

/** Inserts a profile. The unique indexes refuse a slug that is taken and a second profile of one account. */
export async function insertExpert(expert: ExpertRecord, transaction: ClientSession): Promise<void> {
  await ExpertModel.create([expert], { session: transaction });
}

/** An active profile by id or slug, in one read; null for one that is switched off, as if it did not exist. */
export async function findExpert(idOrSlug: string): Promise<ExpertRecord | null> {
  return withKnownZone(await ExpertModel.findOne({ ...byIdOrSlug(idOrSlug), isActive: true }).lean());
}

/** What the slots of an expert are computed from. */
export type BookableExpert = OfferingExpert & Pick<ExpertRecord, '_id' | 'name'>;

/**
 * `findExpert` for whoever lists slots, the busiest question of all: through the driver, since mongoose has nothing to
 * add to a document that is only read.
 */
export async function findBookableExpert(idOrSlug: string): Promise<BookableExpert | null> {
  return withKnownZone(
    await ExpertModel.collection.findOne<BookableExpert>(
      { ...byIdOrSlug(idOrSlug), isActive: true },
      {
        projection: {
          name: 1,
          isActive: 1,
          schedule: 1,
          rateMinor: 1,
          currency: 1,
          cancellationPolicy: 1,
          requiresApproval: 1,
          hourlyOffer: 1,
          offersVersion: 1,
        },
      },
    ),
  );
}

/** A profile, active or not. */
export async function findExpertById(id: Types.ObjectId): Promise<ExpertRecord | null> {
  return withKnownZone(await findStoredExpert(id));
}

/** A profile with its schedule as it is stored, for whoever changes it: its zone may be one that nobody knows. */
export async function findStoredExpert(id: Types.ObjectId, transaction?: ClientSession): Promise<ExpertRecord | null> {
  return ExpertModel.findById(id)
    .session(transaction ?? null)
    .lean();
}

/** A profile by id or slug, active or not: for those who administer it. */
export async function findAnyExpert(idOrSlug: string): Promise<ExpertRecord | null> {
  return ExpertModel.findOne(byIdOrSlug(idOrSlug)).lean();
}

/** The profiles of the ids that exist, active or not, in no particular order. */
export async function findExpertsByIds(ids: readonly Types.ObjectId[]): Promise<ExpertRecord[]> {
  return (await ExpertModel.find({ _id: { $in: ids } }).lean()).map(withKnownZone);
}

/** The profile that an account owns, with its schedule as it is stored. */
export async function findExpertOfUser(userId: Types.ObjectId): Promise<ExpertRecord | null> {
  return ExpertModel.findOne({ userId }).lean();
}

/** No slug looks like an id (slug.ts). */
function byIdOrSlug(idOrSlug: string): { _id: Types.ObjectId } | { slug: string } {
  return /^[0-9a-f]{24}$/.test(idOrSlug) ? { _id: new Types.ObjectId(idOrSlug) } : { slug: idOrSlug };
}

/** What an expert saves together: the hours, and whether they accept each booking first. */
export type AvailabilitySettings = Pick<ExpertRecord, 'schedule' | 'requiresApproval'>;

/**
 * Replaces the settings if nobody did since they were read, and raises the schedule's version (rule S5).
 * @returns the changed profile, or null when the version has moved on
 */
export async function compareAndSetAvailability(
  read: Pick<ExpertRecord, '_id' | 'scheduleVersion'>,
  { schedule, requiresApproval }: AvailabilitySettings,
  transaction: ClientSession,
): Promise<ExpertRecord | null> {
  return ExpertModel.findOneAndUpdate(
    { _id: read._id, scheduleVersion: read.scheduleVersion },
    { $set: { schedule, requiresApproval }, $inc: { scheduleVersion: 1 } },
    { returnDocument: 'after', session: transaction },
  ).lean();
}

/**
 * Makes sure, in the transaction that moves a session or books a free one, that the schedule and the offers it was
 * checked against still hold: a save at the same moment conflicts with this write, so one of the two is done again (rules
 * S5 and T3).
 * @returns false when they have changed or the expert has stopped
 */
export async function confirmSchedule(
  read: Pick<ExpertRecord, '_id' | 'scheduleVersion' | 'offersVersion'>,
  now: Date,
  transaction: ClientSession,
): Promise<boolean> {
  const { _id, scheduleVersion, offersVersion = null } = read;
  const result = await ExpertModel.updateOne(
    { _id, scheduleVersion, offersVersion, isActive: true },
    { $set: { scheduleConfirmedAt: now } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/** Notes that an expert's offers are being changed (rule S5). @returns the profile with its new version, null without one */
export async function raiseOffersVersion(id: Types.ObjectId, transaction: ClientSession): Promise<ExpertRecord | null> {
  return ExpertModel.findOneAndUpdate(
    { _id: id },
    { $inc: { offersVersion: 1 } },
    { returnDocument: 'after', session: transaction },
  ).lean();
}

export async function setHasFreeTalk(
  id: Types.ObjectId,
  hasFreeTalk: boolean,
  transaction: ClientSession,
): Promise<void> {
  await ExpertModel.updateOne({ _id: id }, { $set: { hasFreeTalk } }, { session: transaction });
}

type HourlyOffer = Pick<ExpertRecord, 'rateMinor' | 'currency' | 'hourlyOffer'> & Pick<Schedule, 'durations'>;

/** Replaces what an expert's hour is sold at. The schedule holds its lengths, so a save of the hours is merged anew. */
export async function replaceHourlyOffer(
  id: Types.ObjectId,
  { durations, ...offer }: HourlyOffer,
  transaction: ClientSession,
): Promise<ExpertRecord | null> {
  return ExpertModel.findOneAndUpdate(
    { _id: id },
    { $set: { ...offer, 'schedule.durations': durations }, $inc: { scheduleVersion: 1 } },
    { returnDocument: 'after', session: transaction },
  ).lean();
}

/** Adds a rating, 1 to 5, to an expert's average, in the transaction that rates (rule L4). */
export async function addRating(expertId: Types.ObjectId, rating: number, transaction: ClientSession): Promise<void> {
  await ExpertModel.updateOne(
    { _id: expertId },
    { $inc: { ratingSum: rating, ratingCount: 1 } },
    { session: transaction },
  );
  // The row is locked by the write above, so nobody adds a rating between this read and its write.
  const { ratingSum, ratingCount } = await ExpertModel.findById(expertId).session(transaction).lean().orFail();
  await ExpertModel.updateOne(
    { _id: expertId },
    { $set: { ratingAverage: ratingSum / ratingCount } },
    { session: transaction },
  );
}

const sortFields = {
  name: { field: 'name', direction: 1 },
  price: { field: 'rateMinor', direction: 1 },
  '-price': { field: 'rateMinor', direction: -1 },
  '-rating': { field: 'ratingAverage', direction: -1 },
} as const;
export type ExpertSort = keyof typeof sortFields;

/** A row's place in a sorted list: its sort value, then its id. */
export type PagePosition = { value: string | number; id: Types.ObjectId };

/** The place of a row in a list sorted by `sort`. */
export function positionOf(expert: ExpertRecord, sort: ExpertSort): PagePosition {
  return { value: expert[sortFields[sort].field], id: expert._id };
}

type ExpertPage = { filter: QueryFilter<ExpertRecord>; sort: ExpertSort; after: PagePosition | null; limit: number };

/** The rows that follow `after`. Rows that are added or removed elsewhere neither repeat nor hide any. */
export async function findExpertPage({ filter, sort, after, limit }: ExpertPage): Promise<ExpertRecord[]> {
  const { field, direction } = sortFields[sort];
  const beyond = direction === 1 ? '$gt' : '$lt';
  const following: QueryFilter<ExpertRecord>[] = after
    ? [{ $or: [{ [field]: { [beyond]: after.value } }, { [field]: after.value, _id: { [beyond]: after.id } }] }]
    : [];
  const found = await ExpertModel.find({ $and: [filter, ...following] })
    .sort({ [field]: direction, _id: direction })
    .limit(limit)
    .lean();
  return found.map(withKnownZone);
}

export async function countExperts(filter: QueryFilter<ExpertRecord>): Promise<number> {
  return ExpertModel.countDocuments(filter);
}

/** What active profiles have in a field, each once, sorted. */
export async function findActiveValues(field: 'category' | 'currency'): Promise<string[]> {
  return (await ExpertModel.distinct(field, { isActive: true })).toSorted();
}
