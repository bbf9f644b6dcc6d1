import { Alert, Button } from '../../../components/ui/index.ts';
import type { BookingPageState } from './use-booking-page.ts';
import { words } from './words.ts';

/** A type for members, seen by somebody who is not signed in. */
export function MembersNotice({ page }: { page: BookingPageState }) {
  if (!page.needsSignIn) return null;
  return (
    <Alert tone="info" title={words.forMembers} actions={<Button onClick={() => page.signIn()}>{words.signIn}</Button>}>
      {words.forMembersText}
    </Alert>
  );
}
