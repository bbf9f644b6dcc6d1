import { useId, type ReactNode } from 'react';

type CardProps = {
  title: string;
  /** What the card is about, in a sentence under its title. */
  text?: string;
  /** What links lead to it by. */
  anchor?: string;
  children: ReactNode;
};

/** One subject of a page, under its heading. */
export function Card({ title, text, anchor, children }: CardProps) {
  const id = useId();
  return (
    <section id={anchor} aria-labelledby={id} className="flex min-w-0 flex-col gap-4 card p-4 md:p-5">
      <div>
        <h2 id={id} className="text-h3 font-semibold">
          {title}
        </h2>
        {text !== undefined && <p className="text-small text-muted">{text}</p>}
      </div>
      {children}
    </section>
  );
}
