import { useState, type ReactNode } from 'react';
import { PageHeading } from '../components/ui/index.ts';
import { ChoiceParts } from './ChoiceParts.tsx';
import { DialogParts } from './DialogParts.tsx';
import { FormParts } from './FormParts.tsx';
import { LayoutParts } from './LayoutParts.tsx';
import { MessageParts } from './MessageParts.tsx';
import { Part } from './Part.tsx';

const themes = ['system', 'light', 'dark'] as const;

/** `/development/parts`: every part of the design system in every state. The built app does not have it. */
export function PartsPage() {
  return (
    <div className="page flex flex-col gap-10 py-8">
      <PageHeading title="Parts" />
      <ThemeChoice />
      <Group title="Buttons and forms">
        <FormParts />
        <ChoiceParts />
      </Group>
      <Group title="Layout and menus">
        <LayoutParts />
      </Group>
      <Group title="Messages and states">
        <MessageParts />
      </Group>
      <Group title="Dialogs and steps">
        <DialogParts />
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-h2 font-semibold">{title}</h2>
      <div className="grid gap-4 md:grid-cols-2">{children}</div>
    </section>
  );
}

function ThemeChoice() {
  const [theme, setTheme] = useState<string>('system');
  return (
    <Part name="PageHeading, theme">
      <div role="radiogroup" aria-label="Theme" className="flex gap-4">
        {themes.map((choice) => (
          <label key={choice} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="theme"
              checked={choice === theme}
              onChange={() => {
                setTheme(choice);
                document.documentElement.dataset['theme'] = choice;
              }}
            />
            {choice}
          </label>
        ))}
      </div>
    </Part>
  );
}
