import { endpoints } from '@serene/shared/contracts';
import { type Duration } from '@serene/shared/scheduling';
import { priceMinor, toMajorUnits } from '@serene/shared/money';
import { viewerZone } from './accounts.ts';
import type { Stack } from './stack.ts';

/** A time that could be booked a moment ago; `date` and `time` are the viewer's. */
export type FreeSlot = {
  slug: string;
  expertId: string;
  startsAt: string;
  date: string;
  time: string;
  duration: Duration;
  /** Of a session type; absent for the expert's hour. */
  sessionTypeId?: string;
  /** Major units. */
  amount: number;
  currency: string;
};

type Wish = {
  daysAhead?: number;
  duration?: Duration;
  /** The title of a session type; the expert's hour where absent. */
  offer?: string;
};

const dayMs = 86_400_000;

/**
 * The free times of an expert on their first free day that is at least `daysAhead` days from the real today. Two days
 * keep clear of what passes, or comes too close to be booked, while a test runs.
 */
export async function freeSlots(
  stack: Pick<Stack, 'apiUrl'>,
  slug: string,
  { daysAhead = 2, duration = 60, offer }: Wish = {},
): Promise<FreeSlot[]> {
  const profile = await fetch(`${stack.apiUrl}/experts/${slug}`);
  const { expert } = endpoints['GET /experts/:id'].responses[200].parse(await profile.json());
  const amount = toMajorUnits(priceMinor(expert.rateMinor, duration), expert.currency);
  const sold =
    offer === undefined
      ? { duration, amount, currency: expert.currency }
      : await sessionTypeOf(stack, expert.id, offer);
  const on = (date: string) => slotsOn(stack, { slug, date, ...sold });
  const first = await on(dayOf(Date.now() + daysAhead * dayMs));
  const day = first.free.length === 0 && first.next !== null ? await on(first.next) : first;
  return day.free.map(({ startsAt, time }) => ({ slug, expertId: expert.id, startsAt, date: day.date, time, ...sold }));
}

/** What a session type sells, by its title. */
async function sessionTypeOf(stack: Pick<Stack, 'apiUrl'>, expertId: string, title: string) {
  const response = await fetch(`${stack.apiUrl}/scheduling/session-types?expertId=${expertId}`);
  const { sessionTypes } = endpoints['GET /scheduling/session-types'].responses[200].parse(await response.json());
  const found = sessionTypes.find((type) => type.title === title);
  if (found === undefined) throw new Error(`Nothing called ${title} is offered.`);
  return { sessionTypeId: found.id, duration: found.durationMinutes, amount: found.price, currency: found.currency };
}

/** One of those times; the second by default, so that there are others on both sides. */
export async function freeSlot(stack: Pick<Stack, 'apiUrl'>, slug: string, wish: Wish = {}): Promise<FreeSlot> {
  const [first, second] = await freeSlots(stack, slug, wish);
  const slot = second ?? first;
  if (slot === undefined) throw new Error(`${slug} has no free time for this test.`);
  return slot;
}

type DayOf = { slug: string; date: string; duration: Duration; sessionTypeId?: string };

async function slotsOn(stack: Pick<Stack, 'apiUrl'>, { slug, date, duration, sessionTypeId }: DayOf) {
  const query = new URLSearchParams({ date, duration: `${duration}`, timezone: viewerZone });
  if (sessionTypeId !== undefined) query.set('sessionTypeId', sessionTypeId);
  const response = await fetch(`${stack.apiUrl}/experts/${slug}/availability?${query}`);
  const day = endpoints['GET /experts/:id/availability'].responses[200].parse(await response.json());
  return { date, free: day.availableSlots.filter((slot) => slot.available), next: day.nextAvailableDate };
}

/** The viewer's day of an instant, `YYYY-MM-DD`. */
function dayOf(instant: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: viewerZone }).format(instant);
}

/** `14:05` as pages and mails write it: `2:05 pm`. */
export function shownTime(time: string): string {
  const hours = Number(time.slice(0, 2));
  return `${hours % 12 === 0 ? 12 : hours % 12}:${time.slice(3)} ${hours < 12 ? 'am' : 'pm'}`;
}
