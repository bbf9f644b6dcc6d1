import { Menu, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { supportLink } from '../../lib/config.ts';
import { words } from '../words.ts';
import { LanguagePicker } from './LanguagePicker.tsx';
import type { NavItem } from './navigation.ts';

type MobileMenuProps = {
  items: readonly NavItem[];
  /** Whether a tablet has no room for them either. */
  isWide: boolean;
};

const itemClass = 'flex min-h-11 items-center rounded-control px-3 font-medium hover:bg-surface-2';

/** The pages behind one button, where the bar has no room for them: a plain disclosure of links. */
export function MobileMenu({ items, isWide }: MobileMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const Icon = isOpen ? X : Menu;
  const close = () => setIsOpen(false);
  return (
    // The keys are those of the links and the button inside; Escape closes from each of them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={isWide ? 'lg:hidden' : 'md:hidden'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        close();
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        aria-label={words.menu}
        aria-expanded={isOpen}
        aria-controls="mobile-menu"
        className="flex size-11 items-center justify-center rounded-control hover:bg-surface-2"
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon aria-hidden />
      </button>
      <nav
        id="mobile-menu"
        hidden={!isOpen}
        aria-label={words.mainNav}
        className="absolute inset-x-0 top-full border-b border-line bg-surface p-2 shadow-raised"
      >
        {items.map(({ to, label }) => (
          <Link key={to} to={to} className={itemClass} onClick={close}>
            {label}
          </Link>
        ))}
        <a href={supportLink()} className={itemClass}>
          {words.help}
        </a>
        <div className="px-3">
          <LanguagePicker />
        </div>
      </nav>
    </div>
  );
}
