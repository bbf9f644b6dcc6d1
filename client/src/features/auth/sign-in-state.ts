import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { property } from '../../lib/api/read-error.ts';

/** What the page of a new password hands to the sign-in, outside the address. */
export function signInState(email: string) {
  return { newPasswordOf: email };
}

/**
 * The address whose password was changed just now; undefined where the visitor comes from elsewhere. The history
 * forgets it at once: who loads the page again or comes back to it is not told a second time.
 */
export function useNewPasswordOf(): string | undefined {
  const location = useLocation();
  const navigate = useNavigate();
  const given = property(location.state, 'newPasswordOf');
  const [email] = useState(() => (typeof given === 'string' ? given : undefined));
  useEffect(() => {
    if (given !== undefined) void navigate(location, { replace: true, state: null });
  }, [given, location, navigate]);
  return email;
}
