import { Alert, Button } from '../../../components/ui/index.ts';
import { clockTimeWithZone, shortDayAndTime } from '../../../lib/time/format.ts';
import { useOwnSessionAt } from '../../sessions/index.ts';
import { refusalWords } from '../refusal-words.ts';

type SlotTakenProps = {
  expertId: string;
  /** The time that was wanted. */
  startsAt: string;
  duration: number;
  zone: string;
  /** Times nearby that are free. */
  nearest: readonly string[];
  onTake: (startsAt: string) => void;
  onSeeAll: () => void;
  /** Leads to the person's own booking. */
  onShow: (sessionId: string) => void;
};

/**
 * The time cannot be held because it is taken. Often enough by the same person: they paid, went back and pressed
 * again. So we look whose it is before we speak of somebody else.
 */
export function SlotTaken({ expertId, startsAt, duration, zone, nearest, onTake, onSeeAll, onShow }: SlotTakenProps) {
  const { data: own, isPending } = useOwnSessionAt({ expertId, startsAt, duration });
  if (isPending) return <output className="block text-muted">{refusalWords.lookingWhose}</output>;
  const seeAll = (
    <Button variant="secondary" onClick={onSeeAll}>
      {refusalWords.seeAll}
    </Button>
  );
  if (own) {
    return (
      <Alert
        tone="ok"
        live="assertive"
        title={refusalWords.yours}
        actions={
          <>
            <Button onClick={() => onShow(own.id)}>{refusalWords.viewBooking}</Button>
            {seeAll}
          </>
        }
      >
        {refusalWords.yoursText(shortDayAndTime(own.startsAt, zone), own.reference)}
      </Alert>
    );
  }
  return (
    <Alert
      tone="warn"
      live="assertive"
      title={refusalWords.taken}
      actions={
        <>
          {nearest.map((instant) => (
            <Button key={instant} variant="secondary" onClick={() => onTake(instant)}>
              {shortDayAndTime(instant, zone)}
            </Button>
          ))}
          {seeAll}
        </>
      }
    >
      {refusalWords.takenText(clockTimeWithZone(startsAt, zone))} {nearest.length > 0 && refusalWords.takenNear}
    </Alert>
  );
}
