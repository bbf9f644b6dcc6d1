import { useEffect, useState } from 'react';
import { useLocation, useNavigate, type Location } from 'react-router-dom';
import { hasCode } from '../../lib/api/errors.ts';
import { property } from '../../lib/api/read-error.ts';
import { serverFaults } from '../../lib/forms/field-errors.ts';

/**
 * The token of the link that led here; empty where there was none. It stands behind the `#`, which browsers send to no
 * server; links of older emails have it in the query. It leaves the address at once, so that neither the list of visited
 * pages nor a glance at the screen shows it. The state of the history entry keeps it: the page still has it when it is
 * loaded again.
 */
export function useLinkToken(): string {
  const navigate = useNavigate();
  const location = useLocation();
  const inAddress = tokenIn(location);
  const kept = property(location.state, 'linkToken');
  const [token, setToken] = useState(inAddress || (typeof kept === 'string' ? kept : ''));
  // Another link that is followed from here changes the address and does not load the page again.
  if (inAddress !== '' && inAddress !== token) setToken(inAddress);
  // Following a link within the page, such as the one past the navigation, begins an entry without it.
  const isKept = inAddress === '' && (token === '' || kept === token);
  useEffect(() => {
    if (!isKept) void navigate({ search: '', hash: '' }, { replace: true, state: { linkToken: token } });
  }, [isKept, navigate, token]);
  return token;
}

function tokenIn({ hash, search }: Location): string {
  const given = new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token');
  return given ?? '';
}

/** Whether the server knows no such link any more, or what the address held never was the token of one. */
export function isDeadLink(error: unknown): boolean {
  return hasCode(error, 'NOT_FOUND') || 'token' in serverFaults(error);
}
