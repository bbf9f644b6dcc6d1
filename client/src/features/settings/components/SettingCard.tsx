import { useId, type ReactNode } from 'react';

type SettingCardProps = {
  title: string;
  /** What links lead to it by. */
  anchor?: string;
  children: ReactNode;
};

/** One thing that can be set, under its heading. */
export function SettingCard({ title, anchor, children }: SettingCardProps) {
  const id = useId();
  return (
    <section id={anchor} aria-labelledby={id} className="flex flex-col gap-3 card p-5 md:p-6">
      <h2 id={id} className="text-h3 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
