import { defaultSchedule, type CancellationPolicy, type Schedule } from '@serene/shared/contracts';

/** An invented expert. Zones, hours, currencies and rates differ, so that the pages show what they can. */
export type DemoExpert = {
  email: string;
  name: string;
  category: string;
  headline: string;
  about: string;
  languages: string[];
  /** Per hour, in minor units. */
  rateMinor: number;
  currency: string;
  schedule: Partial<Schedule>;
  cancellationPolicy?: CancellationPolicy;
  requiresApproval?: boolean;
};

const weekdays = [1, 2, 3, 4, 5];
const lunch = { start: '13:00', end: '14:00', days: weekdays };

function hours(start: string, end: string, days: readonly number[] = weekdays): Schedule['workingHours'] {
  const day = (number: number) => ({ start, end, enabled: days.includes(number) });
  return { '0': day(0), '1': day(1), '2': day(2), '3': day(3), '4': day(4), '5': day(5), '6': day(6) };
}

export const demoExperts: readonly DemoExpert[] = [
  {
    email: 'expert@example.com',
    name: 'Dr. Sarah Khan',
    category: 'Clinical Psychologist',
    headline: 'Anxiety, panic and sleep',
    about:
      'I work with people whose worries have taken over their days and nights. We find out what keeps the worry going, and practise small steps that you can use the same evening.',
    languages: ['English', 'Hindi', 'Urdu'],
    rateMinor: 150_000,
    currency: 'INR',
    schedule: { workingHours: hours('09:00', '18:00'), breakTimes: [lunch], bufferMinutes: 15 },
  },
  {
    email: 'arjun.mehta@example.com',
    name: 'Arjun Mehta',
    category: 'Career Coach',
    headline: 'Job changes and difficult conversations',
    about:
      'Twenty years of hiring and being hired. Bring the offer, the conflict or the blank page; you leave with a plan for the week.',
    languages: ['English', 'Hindi', 'Gujarati'],
    rateMinor: 200_000,
    currency: 'INR',
    schedule: { workingHours: hours('10:00', '20:00', [1, 2, 3, 4, 5, 6]), slotDuration: 30 },
  },
  {
    email: 'maya.shrestha@example.com',
    name: 'Maya Shrestha',
    category: 'Mindfulness Teacher',
    headline: 'Quiet practice for loud lives',
    about: 'Sitting, breathing, walking. We build a practice that fits into the day you really have.',
    languages: ['English', 'Nepali', 'Hindi'],
    rateMinor: 90_000,
    currency: 'INR',
    schedule: { timezone: 'Asia/Kathmandu', workingHours: hours('06:00', '12:00', [0, 1, 2, 3, 4, 5]) },
  },
  {
    email: 'oliver.grant@example.com',
    name: 'Oliver Grant',
    category: 'Couples Therapist',
    headline: 'For two people who want to be heard',
    about: 'Most arguments are about the same three things. I help couples to find theirs, and to talk about them.',
    languages: ['English'],
    rateMinor: 8_500,
    currency: 'GBP',
    schedule: {
      timezone: 'Europe/London',
      workingHours: hours('12:00', '20:00', [2, 3, 4, 5]),
      durations: [60, 90, 120],
      bufferMinutes: 30,
    },
  },
  {
    email: 'elena.rivera@example.com',
    name: 'Dr. Elena Rivera',
    category: 'Clinical Psychologist',
    headline: 'Grief and life after loss',
    about: 'Grief has no timetable. We go at your pace, and make room for what stays.',
    languages: ['English', 'Spanish'],
    rateMinor: 12_000,
    currency: 'USD',
    schedule: { timezone: 'America/New_York', workingHours: hours('08:00', '16:00'), breakTimes: [lunch] },
  },
  {
    email: 'tom.walsh@example.com',
    name: 'Tom Walsh',
    category: 'Career Coach',
    headline: 'First jobs and second careers',
    about: 'I coach people at the start and in the middle of their working lives, from the edge of the Atlantic.',
    languages: ['English', 'French'],
    rateMinor: 6_000,
    currency: 'USD',
    schedule: { timezone: 'America/St_Johns', workingHours: hours('09:30', '17:30') },
  },
  {
    email: 'grace.nguyen@example.com',
    name: 'Grace Nguyen',
    category: 'Nutritionist',
    headline: 'Eating well without counting',
    about: 'No diets. We look at what you like, what you cook, and what your body tells you.',
    languages: ['English', 'Vietnamese'],
    rateMinor: 9_000,
    currency: 'AUD',
    schedule: { timezone: 'Australia/Sydney', workingHours: hours('07:00', '15:00', [1, 2, 4, 5, 6]) },
  },
  {
    email: 'layla.hassan@example.com',
    name: 'Layla Hassan',
    category: 'Sleep Coach',
    headline: 'Awake when others sleep',
    about: 'I hold sessions through the night, because that is when people who cannot sleep need them.',
    languages: ['English', 'Arabic'],
    rateMinor: 110_000,
    currency: 'INR',
    schedule: {
      timezone: 'Africa/Cairo',
      workingHours: hours('21:00', '05:00', [0, 1, 2, 3, 4]),
      breakTimes: [{ start: '01:00', end: '01:30', days: [1, 2, 3, 4, 5] }],
    },
  },
  {
    email: 'priya.iyer@example.com',
    name: 'Priya Iyer',
    category: 'Mindfulness Teacher',
    headline: 'A free first conversation',
    about: 'Half an hour to get to know each other and to see whether meditation is for you. It costs nothing.',
    languages: ['English', 'Tamil'],
    rateMinor: 0,
    currency: 'INR',
    schedule: { workingHours: hours('17:00', '21:00'), durations: [30] },
  },
  {
    email: 'daniel.okafor@example.com',
    name: 'Daniel Okafor',
    category: 'Nutritionist',
    headline: 'On leave at the moment',
    about: 'I am on parental leave and open no times before I am back.',
    languages: ['English'],
    rateMinor: 120_000,
    currency: 'INR',
    schedule: { workingHours: hours('09:00', '17:00', []) },
  },
  {
    email: 'neha.kapoor@example.com',
    name: 'Neha Kapoor',
    category: 'Couples Therapist',
    headline: 'Before the first and after the last argument',
    about: 'I read each request myself and take the couples I believe I can help. You hear from me within a day.',
    languages: ['English', 'Hindi', 'Punjabi'],
    rateMinor: 240_000,
    currency: 'INR',
    schedule: { workingHours: hours('11:00', '19:00', [1, 2, 3, 4, 5, 6]), durations: [60, 90] },
    cancellationPolicy: { freeUntilHours: 48, refundPercentAfter: 50 },
    requiresApproval: true,
  },
];

/** A whole schedule: what the expert says, and the defaults of the product. */
export function demoSchedule({ schedule }: DemoExpert): Schedule {
  return { ...defaultSchedule, ...schedule };
}
