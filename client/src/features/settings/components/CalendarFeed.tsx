import type { FeedKind } from '@serene/shared/contracts';
import { useState } from 'react';
import { Alert, Button, Card, ConfirmDialog, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import { shortDay } from '../../../lib/time/format.ts';
import { useMakeFeed, useRevokeFeed } from '../api/feeds.ts';
import { feedWords as words } from '../words.ts';
import { FeedAddress } from './FeedAddress.tsx';

type CalendarFeedProps = {
  kind: FeedKind;
  /** When the address that works was made; null where there is none. */
  since: string | null;
  zone: string;
};

const questions = {
  renew: { title: words.renewTitle, text: words.renewText, keep: words.keep, confirm: words.renew },
  off: { title: words.offTitle, text: words.offText, keep: words.keepOn, confirm: words.switchOff },
};
const madeNotice: NoticeText = { tone: 'ok', title: words.made, text: words.madeText };
const offNotice: NoticeText = { tone: 'ok', title: words.off, text: words.offDone };

/** One link to a calendar: made, shown once, made anew, switched off. */
export function CalendarFeed({ kind, since, zone }: CalendarFeedProps) {
  const [question, setQuestion] = useState<keyof typeof questions>();
  const [notice, setNotice] = useState<NoticeText>();
  const [made, setMade] = useState<{ url: string; createdAt: string }>();
  const make = useMakeFeed(kind);
  const revoke = useRevokeFeed(kind);
  // Not where another tab has made a newer one since.
  const url = made?.createdAt === since ? made?.url : undefined;
  const error = make.error ?? revoke.error;
  const failed = error !== null && (
    <Alert tone="bad" live="assertive" title={words.failed}>
      {explain(error)}
    </Alert>
  );

  const close = () => {
    setQuestion(undefined);
    make.reset();
    revoke.reset();
  };
  const makeIt = () =>
    make.mutate(undefined, {
      onSuccess: (link) => {
        close();
        setMade(link);
        setNotice(madeNotice);
      },
    });
  const switchOff = () =>
    revoke.mutate(undefined, {
      onSuccess: () => {
        close();
        setNotice(offNotice);
      },
    });

  return (
    <Card title={words.titles[kind]}>
      <p className="text-muted">{words.hints[kind]}</p>
      <Notice notice={notice} />
      {url !== undefined && <FeedAddress url={url} />}
      {url === undefined && <p>{since === null ? words.none : words.since(shortDay(since, zone))}</p>}
      {question === undefined && failed}
      <div className="flex flex-wrap gap-2">
        {since === null ? (
          <Button busy={make.isPending ? words.making : undefined} onClick={makeIt}>
            {words.make}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onClick={() => setQuestion('renew')}>
              {words.renew}
            </Button>
            <Button variant="quiet" onClick={() => setQuestion('off')}>
              {words.switchOff}
            </Button>
          </>
        )}
      </div>
      {question !== undefined && (
        <ConfirmDialog
          {...questions[question]}
          busy={make.isPending ? words.making : revoke.isPending ? words.switchingOff : undefined}
          onConfirm={question === 'renew' ? makeIt : switchOff}
          onClose={close}
        >
          {failed}
        </ConfirmDialog>
      )}
    </Card>
  );
}
