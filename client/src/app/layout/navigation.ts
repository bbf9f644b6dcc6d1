import type { User } from '@serene/shared/contracts';
import { words } from '../words.ts';

export type NavItem = { to: string; label: string };

export const settingsItem: NavItem = { to: '/settings', label: words.settings };

/** The pages a person can go to from everywhere. */
export function navItems(user: User | null | undefined): NavItem[] {
  const isExpert = user?.roles.includes('expert') === true;
  const isAdmin = user?.roles.includes('admin') === true;
  return [
    { to: '/experts', label: words.experts },
    ...(user ? [{ to: '/dashboard', label: words.mySessions }] : []),
    ...(isExpert
      ? [
          { to: '/expert/dashboard', label: words.clientSessions },
          { to: '/expert/availability', label: words.availability },
          { to: '/expert/offers', label: words.offers },
        ]
      : []),
    ...(isAdmin ? [{ to: '/admin/mails', label: words.mails }] : []),
  ];
}
