import { LifeBuoy } from 'lucide-react';
import { Link, NavLink } from 'react-router-dom';
import { useCurrentUser } from '../../features/auth/index.ts';
import { config, supportLink } from '../../lib/config.ts';
import { words } from '../words.ts';
import { AccountButton } from './AccountButton.tsx';
import { Brand } from './Brand.tsx';
import { LanguagePicker } from './LanguagePicker.tsx';
import { MobileMenu } from './MobileMenu.tsx';
import { navItems, settingsItem } from './navigation.ts';

/** The bar at the top: brand, pages, help, and who is signed in. */
export function Header() {
  const { data: user } = useCurrentUser();
  const items = navItems(user);
  // Experts have more pages than a tablet has room for.
  const isFull = items.length > 4;
  return (
    <header className="print:hidden sticky top-0 z-10 border-b border-line bg-surface">
      <div className="page flex min-h-16 flex-wrap items-center gap-2 md:max-lg:gap-1">
        <Link
          to="/"
          aria-label={config.brandName}
          className={`mr-auto rounded-control lg:mr-6 ${isFull ? '' : 'md:mr-0'}`}
        >
          <Brand />
        </Link>
        <nav aria-label={words.mainNav} className={`mr-auto hidden ${isFull ? 'lg:flex' : 'md:flex lg:gap-1'}`}>
          {items.map(({ to, label }) => (
            <NavLink
              key={to}
              to={to}
              className={({ isActive }) =>
                `inline-flex min-h-11 items-center rounded-control px-2 font-medium hover:bg-surface-2 ${isFull ? '' : 'lg:px-3'} ${isActive ? 'text-link' : ''}`
              }
            >
              {label}
            </NavLink>
          ))}
        </nav>
        <a
          href={supportLink()}
          className="hidden min-h-11 items-center gap-1 rounded-control px-2 hover:bg-surface-2 md:inline-flex lg:px-3"
        >
          <LifeBuoy aria-hidden className="size-5" strokeWidth={1.75} />
          <span className="max-xl:sr-only">{words.help}</span>
        </a>
        {!isFull && (
          <div className="hidden xl:block">
            <LanguagePicker offer="others" />
          </div>
        )}
        <AccountButton user={user} />
        <MobileMenu items={user ? [...items, settingsItem] : items} isWide={isFull} />
      </div>
    </header>
  );
}
