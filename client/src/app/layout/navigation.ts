import type { User } from '@serene/shared/contracts';
import { words } from '../words.ts';

export type NavItem = { to: string; label: string };

/** The pages a person can go to from everywhere. */
export function navItems(user: User | null | undefined): NavItem[] {
  const isExpert = user?.roles.includes('expert') === true;
  return [
    { to: '/experts', label: words.experts },
    ...(user ? [{ to: '/dashboard', label: words.mySessions }] : []),
    ...(isExpert
      ? [
          { to: '/expert/dashboard', label: words.clientSessions },
          { to: '/expert/availability', label: words.availability },
        ]
      : []),
  ];
}
