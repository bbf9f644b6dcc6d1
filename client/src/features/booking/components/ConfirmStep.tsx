import { Avatar } from '../../../components/ui/index.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { BookingReview } from './BookingReview.tsx';
import { StepHeading } from './StepHeading.tsx';

/** Step 3: with whom, and everything that was chosen. */
export function ConfirmStep(props: StepProps) {
  const { expert } = props;
  return (
    <>
      <StepHeading step="confirm" />
      <div className="flex items-center gap-3 rounded-card bg-surface-2 p-4">
        <Avatar id={expert.id} name={expert.name} src={expert.avatar} size={64} />
        <div>
          <p className="font-semibold">{expert.name}</p>
          <p className="text-muted">{expert.category}</p>
        </div>
      </div>
      <BookingReview {...props} />
    </>
  );
}
