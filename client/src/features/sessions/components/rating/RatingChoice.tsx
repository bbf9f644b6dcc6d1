import { Star } from 'lucide-react';
import { useId } from 'react';
import { RadioOption } from '../../../../components/ui/index.ts';
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
        <div
          role="radiogroup"
          aria-labelledby={`${id}-label`}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          className="-ml-2 flex"
        >
          {words.ratings.map((text, index) => (
            <RadioOption
              key={text}
              name={id}
              checked={rating === index + 1}
              label={words.stars(index + 1, text)}
              onChoose={() => onChoose(index + 1)}
              className="size-11 hover:bg-surface-2"
            >
              <Star
                aria-hidden
                strokeWidth={1.75}
                className={classNames('size-7', index < (rating ?? 0) ? 'fill-current text-warn' : 'text-control')}
              />
            </RadioOption>
          ))}
        </div>
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
