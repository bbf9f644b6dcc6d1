import type { Session } from '@serene/shared/contracts';
import type { SessionAction, SessionRole } from '@serene/shared/lifecycle';
import { Suspense, useState } from 'react';
import { Alert, Button, type NoticeText } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { lazyPart } from '../../../../lib/lazy-part.ts';
import { isOvertaken, useChangeSession, type SessionChange } from '../../api/change-session.ts';
import { words } from '../../change-words.ts';
import { doneNotice, overtakenNotice } from '../../done-notice.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { NoShowDialog } from './NoShowDialog.tsx';
import { RejectDialog } from './RejectDialog.tsx';

// The calendar in it is larger than the rest of the page, and most visits do not need it.
const loadMoveDialog = () => import('../moving/MoveDialog.tsx');
const MoveDialog = lazyPart(async () => (await loadMoveDialog()).MoveDialog);

type DialogName = 'cancel' | 'reject' | 'reschedule' | 'customer-missed' | 'expert-missed';

type SessionActionsProps = {
  session: Session;
  viewer: SessionRole;
  zone: string;
  /** What may be done now. */
  actions: readonly SessionAction[];
  /** In a list each button also names its session, since several look alike. */
  inList?: boolean;
  onNotice: (notice: NoticeText) => void;
};

/** The buttons of everything that may be done with a session now, and the dialogs behind them. */
export function SessionActions({ session, viewer, zone, actions, inList = false, onNotice }: SessionActionsProps) {
  const [dialog, setDialog] = useState<DialogName>();
  const { mutate, isPending, error, variables } = useChangeSession(session);
  const close = () => setDialog(undefined);
  const events = {
    onClose: close,
    onDone: (change: SessionChange, changed: Session) => {
      close();
      onNotice(doneNotice(change, changed, zone));
    },
    onOvertaken: () => {
      close();
      onNotice(overtakenNotice);
    },
  };
  const change = (wanted: SessionChange) =>
    mutate(wanted, {
      onSuccess: (changed) => events.onDone(wanted, changed),
      onError: (failure) => isOvertaken(failure) && events.onOvertaken(),
    });
  const button = (label: string, onPress: () => void, props: Partial<Parameters<typeof Button>[0]> = {}) => (
    <Button
      variant="secondary"
      aria-label={inList ? words.ofSession(label, session.reference) : undefined}
      onClick={onPress}
      {...props}
    >
      {props.children ?? label}
    </Button>
  );
  const direct = (action: 'accept' | 'complete', label: string) =>
    button(label, () => change({ action }), {
      variant: 'primary',
      busy: isPending && variables.action === action ? words.busy : undefined,
    });
  const may = (action: SessionAction) => actions.includes(action);
  return (
    <>
      {may('accept') && direct('accept', words.accept)}
      {may('reject') && button(words.reject, () => setDialog('reject'))}
      {may('complete') && direct('complete', words.complete)}
      {may('no-show') && button(words.customerMissed, () => setDialog('customer-missed'))}
      {may('no-show') && button(words.expertMissed[viewer], () => setDialog('expert-missed'))}
      {may('reschedule') &&
        button(words.reschedule, () => setDialog('reschedule'), {
          onPointerEnter: () => void loadMoveDialog(),
          onFocus: () => void loadMoveDialog(),
        })}
      {may('cancel') && button(words.cancel, () => setDialog('cancel'), inList ? { children: words.cancelShort } : {})}
      {error !== null && !isOvertaken(error) && (
        <Alert tone="bad" live="assertive" title={words.failed}>
          {explain(error)}
        </Alert>
      )}
      {dialog === 'cancel' && <CancelDialog {...events} session={session} viewer={viewer} zone={zone} />}
      {dialog === 'reject' && <RejectDialog {...events} session={session} />}
      {dialog === 'customer-missed' && <NoShowDialog {...events} session={session} noShowBy="customer" />}
      {dialog === 'expert-missed' && <NoShowDialog {...events} session={session} noShowBy="expert" />}
      {dialog === 'reschedule' && (
        <Suspense fallback={<output className="sr-only">{words.busy}</output>}>
          <MoveDialog {...events} session={session} viewer={viewer} zone={zone} />
        </Suspense>
      )}
    </>
  );
}
