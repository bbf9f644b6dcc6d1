import type { Expert } from '@serene/shared/contracts';
import { words } from '../words.ts';

type ExpertAboutProps = { expert: Expert };

/** What the expert says about their work. */
export function ExpertAbout({ expert }: ExpertAboutProps) {
  return (
    <section aria-labelledby="about" className="flex flex-col gap-2">
      <h2 id="about" className="text-h3 font-semibold">
        {words.about}
      </h2>
      <p className="max-w-[68ch] whitespace-pre-line">{expert.about}</p>
    </section>
  );
}
