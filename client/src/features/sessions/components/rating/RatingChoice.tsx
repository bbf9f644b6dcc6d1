import { Star } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { classNames } from '../../../../lib/class-names.ts';
import { words } from '../../outcome-words.ts';

type RatingChoiceProps = {
  /** 1 to 5, or null before the choice. */
  rating: number | null;
  error: string | undefined;
  onChoose: (rating: number) => void;
};

/** Five stars as radio buttons: arrows choose, and each says what it means. */
export function RatingChoice({ rating, error, onChoose }: RatingChoiceProps) {
  const id = useId();
  const meaning = rating === null ? undefined : words.ratings[rating - 1];
  return (
    <div className="flex flex-col gap-1">
      <p id={`${id}-label`} className="font-medium">
        {words.rating}
      </p>
      <div className="flex flex-wrap items-center gap-x-3">
        <RadioGroup.Root
          aria-labelledby={`${id}-label`}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          orientation="horizontal"
          value={rating === null ? '' : String(rating)}
          onValueChange={(value) => onChoose(Number(value))}
          className="-ml-2 flex"
        >
          {words.ratings.map((text, index) => (
            <RadioGroup.Item
              key={text}
              value={String(index + 1)}
              aria-label={words.stars(index + 1, text)}
              className="flex size-11 items-center justify-center rounded-control hover:bg-surface-2"
            >
              <Star
                aria-hidden
                strokeWidth={1.75}
                className={classNames('size-7', index < (rating ?? 0) ? 'fill-current text-warn' : 'text-control')}
              />
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
        {meaning !== undefined && (
          <span aria-hidden className="text-small text-muted">
            {meaning}
          </span>
        )}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-small font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
