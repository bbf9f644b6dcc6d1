import type { SignInSummary } from '@serene/shared/contracts';
import { Button, Chip } from '../../../components/ui/index.ts';
import { shortDay, shortDayAndTime } from '../../../lib/time/format.ts';
import { signInWords as words } from '../sign-in-words.ts';

type SignInRowProps = { signIn: SignInSummary; zone: string; isEnding: boolean; onEnd: () => void };

/** One device; the one in use has no button, since "Sign out" of the menu is for it. */
export function SignInRow({ signIn, zone, isEnding, onEnd }: SignInRowProps) {
  const { current, signedInAt, lastUsedAt } = signIn;
  const device = deviceName(signIn);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {device}
          {current && <Chip tone="ok">{words.current}</Chip>}
        </p>
        <p className="text-small text-muted">
          {words.used(shortDay(signedInAt, zone), shortDayAndTime(lastUsedAt, zone))}
        </p>
      </div>
      {!current && (
        <Button
          variant="quiet"
          aria-label={words.signOutOf(device)}
          busy={isEnding ? words.signingOut : undefined}
          onClick={onEnd}
        >
          {words.signOut}
        </Button>
      )}
    </li>
  );
}

function deviceName({ browser, system }: SignInSummary): string {
  if (browser !== null && system !== null) return words.device(browser, system);
  return browser ?? system ?? words.unknown;
}
