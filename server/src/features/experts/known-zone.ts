import { weekdays, type Schedule } from '@serene/shared/contracts';
import { currentZoneName, fallbackZone } from '@serene/shared/scheduling';

/**
 * An expert whose schedule can be computed with. Hours in a zone that this runtime does not know could be any hours:
 * until the expert chooses their zone again, none is offered.
 */
export function withKnownZone<T extends { schedule: Schedule } | null>(expert: T): T {
  if (expert === null || currentZoneName(expert.schedule.timezone) !== null) return expert;
  const { schedule } = expert;
  const days = weekdays.map((day) => [day, { ...schedule.workingHours[day], enabled: false }]);
  const closed = { timezone: fallbackZone, workingHours: Object.fromEntries(days), dateOverrides: [] };
  return { ...expert, schedule: { ...schedule, ...closed } };
}
