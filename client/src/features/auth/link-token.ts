import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { hasCode } from '../../lib/api/errors.ts';
import { property } from '../../lib/api/read-error.ts';
import { serverFaults } from '../../lib/forms/field-errors.ts';

/**
 * The token of the link that led here; empty where there was none. It leaves the address at once, so that neither the
 * list of visited pages nor a glance at the screen shows it. The state of the history entry keeps it: the page still
 * has it when it is loaded again.
 */
export function useLinkToken(): string {
  const [search, setSearch] = useSearchParams();
  const kept = property(useLocation().state, 'linkToken');
  const [token] = useState(() => search.get('token') ?? (typeof kept === 'string' ? kept : ''));
  // Following a link within the page, such as the one past the navigation, begins an entry without it.
  const isKept = token === '' || kept === token;
  useEffect(() => {
    if (!isKept) setSearch({}, { replace: true, state: { linkToken: token } });
  }, [isKept, setSearch, token]);
  return token;
}

/** Whether the server knows no such link any more, or what the address held never was the token of one. */
export function isDeadLink(error: unknown): boolean {
  return hasCode(error, 'NOT_FOUND') || 'token' in serverFaults(error);
}
