/** Words of choosing a day and a time, in English. */
export const words = {
  calendarHint: 'Available dates are highlighted. Greyed days have no free times.',
  calendarKeys: 'In the calendar: arrow keys move by day and week, Page Up and Page Down by month, Enter selects.',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  today: 'Today',
  selected: 'selected',
  noTimes: 'no free times',
  loadingMonth: 'Loading free days',
  monthFailed: 'The free days could not be loaded',
  daysFree: (count: number, month: string) =>
    count === 1 ? `1 day with free times in ${month}` : `${count} days with free times in ${month}`,
  monthEmpty: (month: string) => `No free times in ${month}`,
  nextFreeDay: (day: string) => `Next free day: ${day}`,
  nothingFree: 'No free times are planned at the moment. Look again in a few days.',

  availableSlots: 'Available Slots',
  loadingTimes: 'Loading times',
  timesFailed: 'The times could not be loaded',
  dayEmpty: (day: string) => `No free times on ${day}`,
  timesFree: (count: number, day: string) => (count === 1 ? `1 time free on ${day}` : `${count} times free on ${day}`),
  parts: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
  booked: 'Booked',
  onHold: 'On hold',
  slotLabel: { available: 'available', booked: 'booked', held: 'on hold, may free up' },
  slotName: (start: string, end: string, zone: string) => `${start} to ${end}, ${zone}`,
  breakRow: (from: string, to: string) =>
    from === to ? `Break: no session starts at ${from}` : `Break: no session starts from ${from} to ${to}`,
  earlierPassed: 'Earlier times have passed.',
  tooSoon: 'The next times are too soon to book.',
  zoneNote: 'Times are shown in your time zone:',
  timesIn: (zone: string) => `Times are shown in ${zone}.`,
};
