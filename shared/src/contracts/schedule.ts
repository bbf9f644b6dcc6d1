import { z } from 'zod';
import { durations } from '../scheduling/durations.ts';
import { dateSchema, fiveMinutes, hourlyDurationsSchema, instantSchema, timeSchema, timezoneSchema } from './common.ts';

const multipleOfFive = (time: string) => Number(time.slice(3)) % 5 === 0;
const gridTimeSchema = timeSchema.refine(multipleOfFive, 'must be a multiple of 5 minutes');
/** `24:00` is an end only: midnight at the close of the day (rule S2). */
const gridEndSchema = z.union([z.literal('24:00'), gridTimeSchema]);

/** Sunday is 0, as in JavaScript. */
export const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const;
export type Weekday = (typeof weekdays)[number];
const dayNumberSchema = z.int().min(0).max(6);

const dayHoursSchema = z.object({ start: gridTimeSchema, end: gridEndSchema, enabled: z.boolean() });
/** A break lies within one day; in a night shift one after midnight is entered by its own clock time. */
const breakSchema = z
  .object({ start: gridTimeSchema, end: gridEndSchema, days: z.array(dayNumberSchema) })
  .refine(({ start, end }) => start < end, { path: ['end'], message: 'must be after the start, on the same day' });

/** An expert's working time. Wall clocks are in `timezone`; an `end` not after its `start` means the next day (S2, S6). */
export const scheduleSchema = z.object({
  timezone: timezoneSchema,
  /** Minutes between the starts of two slots. */
  slotDuration: z.union([z.literal(15), z.literal(30), z.literal(60)]),
  workingHours: z.record(z.enum(weekdays), dayHoursSchema),
  breakTimes: z.array(breakSchema).max(50),
  dateOverrides: z
    .array(
      z.object({
        date: dateSchema,
        /** They replace the day's hours and breaks; none means closed. */
        intervals: z.array(z.object({ start: gridTimeSchema, end: gridEndSchema })).max(10),
      }),
    )
    .max(366),
  timeOff: z
    .array(
      z
        .object({ startsAt: instantSchema, endsAt: instantSchema })
        .refine((off) => Date.parse(off.startsAt) < Date.parse(off.endsAt), 'must end after it starts'),
    )
    .max(366),
  bufferMinutes: fiveMinutes(240),
  minimumNoticeMinutes: z
    .int()
    .min(0)
    .max(60 * 24 * 30),
  maximumAdvanceDays: z.int().min(1).max(365),
  durations: hourlyDurationsSchema,
});
export type Schedule = z.infer<typeof scheduleSchema>;

/**
 * What an expert sends to change their availability. Absent members keep their value.
 * `workingDays` lists the enabled days: it sets `enabled` where that is absent; a contradiction is refused.
 */
export const availabilityChangeSchema = z
  .strictObject({
    workingHours: z.partialRecord(z.enum(weekdays), dayHoursSchema.partial({ enabled: true })),
    workingDays: z.array(dayNumberSchema).max(7),
    ...scheduleSchema.omit({ workingHours: true }).shape,
    /** Whether the expert accepts each booking first (L4). What is held or booked keeps the term of its day (O3). */
    requiresApproval: z.boolean(),
  })
  .partial()
  .superRefine((change, context) => {
    if (change.workingDays === undefined || change.workingHours === undefined) return;
    for (const [day, hours] of Object.entries(change.workingHours)) {
      const listed = change.workingDays.includes(Number(day));
      if (hours.enabled !== undefined && hours.enabled !== listed) {
        context.addIssue({
          code: 'custom',
          path: ['workingHours', day, 'enabled'],
          message: `contradicts workingDays, which ${listed ? 'lists' : 'does not list'} day ${day}`,
        });
      }
    }
  });
export type AvailabilityChange = z.infer<typeof availabilityChangeSchema>;

const officeHours = { start: '09:00', end: '17:00' };

/** The hours a new expert starts with: Monday to Friday, 9 to 5, India time. */
export const defaultSchedule: Schedule = {
  timezone: 'Asia/Kolkata',
  slotDuration: 15,
  workingHours: {
    '0': { ...officeHours, enabled: false },
    '1': { ...officeHours, enabled: true },
    '2': { ...officeHours, enabled: true },
    '3': { ...officeHours, enabled: true },
    '4': { ...officeHours, enabled: true },
    '5': { ...officeHours, enabled: true },
    '6': { ...officeHours, enabled: false },
  },
  breakTimes: [],
  dateOverrides: [],
  timeOff: [],
  bufferMinutes: 0,
  minimumNoticeMinutes: 120,
  maximumAdvanceDays: 60,
  durations: [...durations],
};
