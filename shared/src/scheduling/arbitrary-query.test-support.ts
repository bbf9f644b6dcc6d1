import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Schedule } from '../contracts/schedule.ts';
import { hoursOn } from './build-query.test-support.ts';
import { hoursOf, type SlotQuery, termsOf } from './query.ts';
import { offsetSpans } from './zone-offsets.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Zones with a habit: odd offsets, half-hour shifts, skipped midnights, winters that are summer, Ramadan, no change. */
export const trickyZones = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
];

export const zone = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...trickyZones) },
  { weight: 1, arbitrary: fc.constantFrom(...Intl.supportedValuesOf('timeZone')) },
);

const firstYear = Date.UTC(2012, 0, 1);
const lastYear = Date.UTC(2038, 0, 1);

/** An instant between 2012 and 2037, mostly one at which the clocks of the zone change. */
export function instantIn(timezone: string): fc.Arbitrary<number> {
  return fc.integer({ min: firstYear, max: lastYear }).chain((random) => {
    const [, change] = offsetSpans(timezone, { start: random, end: random + 366 * dayMs });
    return change === undefined
      ? fc.constant(random)
      : fc.oneof({ weight: 4, arbitrary: fc.constant(change.start) }, { weight: 1, arbitrary: fc.constant(random) });
  });
}

const time = (minute: number) => {
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`;
};
const clockStart = fc.oneof(
  fc.integer({ min: 0, max: 23 }).map((hour) => time(hour * 60)),
  fc.integer({ min: 0, max: 287 }).map((step) => time(step * 5)),
);
const clockEnd = fc.oneof(clockStart, fc.constant('24:00'));
const clockSpan = fc.record({ start: clockStart, end: clockEnd });
/** A quarter of an hour to an hour, which may cross midnight. */
const pause = fc
  .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 3, max: 12 }))
  .map(([step, length]) => ({ start: time(step * 5), end: time(((step + length) % 288) * 5) }));
const weekdaySet = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 });
const dayHours = fc.record({
  start: clockStart,
  end: clockEnd,
  enabled: fc.boolean().chain((on) => (on ? fc.constant(true) : fc.boolean())),
});

/** Any schedule of the contract, with its special days near `instant`. */
function scheduleNear(timezone: string, instant: number): fc.Arbitrary<Schedule> {
  const dates = fc
    .integer({ min: -2, max: 3 })
    .map((days) => DateTime.fromMillis(instant, { zone: timezone }).plus({ days }).toFormat('yyyy-MM-dd'));
  const timeOff = fc
    .tuple(fc.integer({ min: -2 * dayMs, max: 2 * dayMs }), fc.integer({ min: 1, max: dayMs }))
    .map(([offset, length]) => ({
      startsAt: new Date(instant + offset).toISOString(),
      endsAt: new Date(instant + offset + length).toISOString(),
    }));
  return fc.record({
    timezone: fc.constant(timezone),
    slotDuration: fc.constantFrom(15, 30, 60),
    workingHours: fc.oneof(
      fc.record({
        '0': dayHours,
        '1': dayHours,
        '2': dayHours,
        '3': dayHours,
        '4': dayHours,
        '5': dayHours,
        '6': dayHours,
      }),
      clockSpan.map((hours) => hoursOn(hours)),
    ),
    breakTimes: fc.array(
      fc
        .tuple(fc.oneof({ weight: 5, arbitrary: pause }, clockSpan), weekdaySet)
        .map(([span, days]) => ({ ...span, days })),
      { maxLength: 3 },
    ),
    dateOverrides: fc.array(fc.record({ date: dates, intervals: fc.array(clockSpan, { maxLength: 3 }) }), {
      maxLength: 3,
    }),
    timeOff: fc.array(timeOff, { maxLength: 2 }),
    bufferMinutes: fc.constantFrom(0, 0, 5, 15, 60),
    minimumNoticeMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 600 })),
    maximumAdvanceDays: fc.constantFrom(1, 2, 3, 60, 365),
    durations: fc.constant([30, 60, 90, 120]),
  });
}

/** A query over one to three days around a clock change, by a viewer anywhere. */
export const query: fc.Arbitrary<SlotQuery> = zone
  .chain((timezone) => instantIn(timezone).map((instant) => ({ timezone, instant })))
  .chain(({ timezone, instant }) =>
    fc
      .record({
        schedule: scheduleNear(timezone, instant),
        timezone: fc.oneof(fc.constant(timezone), zone),
        before: fc.integer({ min: 0, max: 30 * 60 }),
        after: fc.integer({ min: 1, max: 30 * 60 }),
        // Often at the full second, now and then between two.
        now: fc.oneof(
          fc.integer({ min: -4 * 86_400, max: 86_400 }).map((seconds) => seconds * 1000),
          fc.integer({ min: -4 * dayMs, max: dayMs }),
        ),
        durationMinutes: fc.constantFrom(30, 60, 90, 120),
        busy: fc.array(busyNear(instant), { maxLength: 8 }),
      })
      .map(({ before, after, now, schedule, durationMinutes, ...rest }) => ({
        ...rest,
        hours: hoursOf(schedule),
        terms: termsOf(schedule, durationMinutes),
        from: instant - before * minuteMs,
        to: instant + after * minuteMs,
        now: instant + now,
      })),
  );

function busyNear(instant: number) {
  const start = fc.oneof(
    fc.integer({ min: -36 * 12, max: 36 * 12 }).map((cell) => cell * 5 * minuteMs),
    fc.integer({ min: -36 * hourMs, max: 36 * hourMs }),
  );
  const kind = fc.constantFrom('held' as const, 'booked' as const);
  return fc
    .tuple(start, fc.integer({ min: 1, max: 180 }), fc.option(kind, { nil: undefined }))
    .map(([offset, length, kind]) => {
      const startsAt = instant + offset;
      const busyUntil = startsAt + length * minuteMs;
      return kind === undefined ? ([startsAt, busyUntil] as const) : ([startsAt, busyUntil, kind] as const);
    });
}
