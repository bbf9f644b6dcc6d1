import { z } from 'zod';
import { offerRanges } from '../offers/index.ts';
import { durations } from '../scheduling/durations.ts';
import { currentZoneName } from '../scheduling/zone-name.ts';

/** A MongoDB ObjectId as 24 lower-case hex digits. */
export const idSchema = z.string().regex(/^[0-9a-f]{24}$/, 'must be an id of 24 hex digits');

/** A calendar day, `YYYY-MM-DD`, that exists, of the years 1970 to 2999: the time that zones are known for. */
export const dateSchema = z.iso
  .date('must be a calendar day like 2026-01-15')
  .refine((date) => date >= '1970' && date < '3000', 'must be a day of the years 1970 to 2999');

/** A wall-clock time, `HH:mm`, 00:00 to 23:59. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 09:30');

const firstInstant = Date.UTC(1970);
const lastInstant = Date.UTC(3000) - 1;

/** An instant in ISO 8601 with `Z` or an offset, of the years 1970 to 2999; responses always carry `Z`. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: 'must be an instant like 2026-01-15T09:30:00Z' })
  .refine((text) => Date.parse(text) >= firstInstant && Date.parse(text) <= lastInstant, {
    error: 'must be an instant of the years 1970 to 2999',
  });

/** A time zone of the IANA database that this runtime knows, such as `Asia/Kolkata`; read by its one current name. */
export const timezoneSchema = z
  .string()
  .max(64)
  .overwrite((name) => currentZoneName(name) ?? name)
  .refine((name) => currentZoneName(name) !== null, 'must be a time zone like Asia/Kolkata');

/**
 * A language, best with its region, as browsers name it (BCP 47); read in its canonical spelling. Whether the product
 * speaks it is another question. RFC 5646 §4.4.1: 35 characters hold every tag that people use.
 */
export const localeSchema = z
  .string()
  .max(35)
  .overwrite((tag) => canonicalLocale(tag) ?? tag)
  .refine((tag) => canonicalLocale(tag) !== null, 'must be a language like en-IN');

function canonicalLocale(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** ISO 4217 code in upper case. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'must be a currency like INR');

/** A currency to choose by: one that exists, so that a slip is not an empty list. */
export const knownCurrencySchema = currencySchema.refine(
  (code) => Intl.supportedValuesOf('currency').includes(code),
  'is not a currency that is known here',
);

/** How long a session is (rule F2): which lengths an offer has is for the offer to say. */
export const durationSchema = z
  .int()
  .min(offerRanges.durationMinutes.least)
  .max(offerRanges.durationMinutes.most)
  .multipleOf(offerRanges.durationMinutes.step, 'must be a multiple of 5 minutes');

/** The lengths of an expert's hour: some of the one list. */
export const hourlyDurationsSchema = z
  .array(
    durationSchema.refine((minutes) => durations.includes(minutes), {
      error: () => `must be one of ${durations.join(', ')} minutes`,
    }),
  )
  .min(1)
  .overwrite((lengths) => [...new Set(lengths)]);

/** A time in minutes that fits the grid of 5-minute cells (rule S2). */
export const fiveMinutes = (maximum: number) =>
  z.int().min(0).max(maximum).multipleOf(5, 'must be a multiple of 5 minutes');

/** A duration in a query string. */
export const durationQuerySchema = z.coerce.number().pipe(durationSchema).default(60);

/** Cursor paging: an opaque cursor from the last answer (it may hold a name in any script), and at most 100 items. */
export const pageQuery = {
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

/** Limits of free text, shared by forms, requests and the database. */
export const textLimits = {
  name: 100,
  email: 254,
  passwordMinimum: 12,
  password: 128,
  review: 2000,
  search: 100,
} as const;
