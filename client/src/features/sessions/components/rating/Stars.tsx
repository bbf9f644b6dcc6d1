import { Star } from 'lucide-react';
import { classNames } from '../../../../lib/class-names.ts';

type StarsProps = { count: number };

/** So many of five stars; decorative, the words stand beside them. */
export function Stars({ count }: StarsProps) {
  return (
    <span aria-hidden className="flex gap-0.5">
      {[1, 2, 3, 4, 5].map((place) => (
        <Star
          key={place}
          strokeWidth={1.75}
          className={classNames('size-5', place <= count ? 'fill-current text-warn' : 'text-control')}
        />
      ))}
    </span>
  );
}
