import { minuteMs } from '@serene/shared/time';
import type { Mail } from '@serene/shared/contracts';
import { CircleCheck, CircleMinus, CircleX, Hourglass, type LucideIcon } from 'lucide-react';
import { shortDayAndTime } from '../../lib/time/format.ts';
import { words } from './words.ts';

/** What became of a mail, for the eye and in words. */
export type MailState = { icon: LucideIcon; colour: string; text: string };

/** A mail that is due within a minute is as good as due. */
const soonMs = minuteMs;

/** What became of a mail; `now` in epoch milliseconds of the server, null until that is known. */
export function mailState(mail: Mail, { zone, now }: { zone: string; now: number | null }): MailState {
  const { status, sentAt, nextAttemptAt, failure } = mail;
  switch (status) {
    case 'queued': {
      const isLater = nextAttemptAt !== null && now !== null && Date.parse(nextAttemptAt) > now + soonMs;
      const text = isLater ? words.queued(shortDayAndTime(nextAttemptAt, zone)) : words.due;
      return { icon: Hourglass, colour: 'text-warn', text };
    }
    case 'sending':
      return { icon: Hourglass, colour: 'text-warn', text: words.sending };
    case 'sent':
      return {
        icon: CircleCheck,
        colour: 'text-ok',
        text: words.sent(shortDayAndTime(sentAt ?? mail.createdAt, zone)),
      };
    case 'failed':
      return { icon: CircleX, colour: 'text-bad', text: words.failures[failure ?? 'gave-up'] };
    case 'skipped':
      return { icon: CircleMinus, colour: 'text-muted', text: words.skipped };
  }
}
