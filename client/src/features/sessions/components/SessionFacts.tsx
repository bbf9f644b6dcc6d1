import type { Session } from '@serene/shared/contracts';
import { CalendarDays, Clock, Globe, Hash, IndianRupee, MapPin, Tag, Timer, Wallet } from 'lucide-react';
import { Facts, type Fact } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import { longDay, shortDay, timeRange } from '../../../lib/time/format.ts';
import { knownZone } from '../../../lib/time/zones.ts';
import { ZoneLine } from '../../auth/index.ts';
import { words } from '../words.ts';
import { SessionPlace } from './SessionPlace.tsx';

type SessionFactsProps = { session: Session; zone: string };

/** Everything about a session that people look up, in the viewer's zone and, where it differs, in the expert's. */
export function SessionFacts({ session, zone }: SessionFactsProps) {
  const { startsAt, endsAt, expert, customer, title, place } = session;
  const facts: Fact[] = [
    ...(title === null ? [] : [{ icon: Tag, label: words.offer, value: title }]),
    { icon: CalendarDays, label: words.date, value: longDay(startsAt, zone) },
    { icon: Clock, label: words.time, value: timeRange(startsAt, endsAt, zone) },
    ...(session.timezone !== zone && knownZone(session.timezone) !== null && customer === undefined
      ? [
          {
            icon: Globe,
            label: words.expertTime(expert.name),
            value: `${shortDay(startsAt, session.timezone)}, ${timeRange(startsAt, endsAt, session.timezone)}`,
          },
        ]
      : []),
    { icon: Timer, label: words.duration, value: words.minutes(session.duration) },
    {
      icon: session.currency === 'INR' ? IndianRupee : Wallet,
      label: customer === undefined ? words.amount : words.earning,
      value: formatMoney(session.amount, session.currency),
    },
    ...(place.kind === 'room' || place.text === undefined
      ? []
      : [{ icon: MapPin, label: words.place, value: <SessionPlace place={place} /> }]),
    { icon: Hash, label: words.reference, value: session.reference },
  ];
  return (
    <>
      <Facts facts={facts} />
      <ZoneLine />
    </>
  );
}
