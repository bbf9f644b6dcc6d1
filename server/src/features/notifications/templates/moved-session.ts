import { calendarAttachment, type CalendarOptions } from '../calendar.ts';
import type { MailAttachment, MailBlock } from '../layout/content.ts';
import type { MovedMailData } from '../mail-data.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { localStart } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { amountRow, sessionRows, timeRows } from './booking-details.ts';

type Person = MovedMailData['expert' | 'customer'];

/** By whom what was moved: while the expert has not answered, it is a request. */
export function moveOf({ by, answerBy }: MovedMailData) {
  return { by, what: answerBy ? 'request' : 'session' };
}

/** What a mail about a moved session shows to either of the two: the new time, the old one, and until when to answer. */
export function movedBlocks(
  data: MovedMailData,
  people: { reader: Person; other: Person; otherLabel: string; locale: ReaderLocale },
): MailBlock[] {
  const { reader, other, otherLabel, locale } = people;
  const { moved, rows, calendar } = mailWords[locale.language];
  const previous = { startsAt: data.previousStartsAt, endsAt: data.previousEndsAt };
  const deadline = data.answerBy ? localStart(data.answerBy, { zone: reader.timezone, locale }) : null;
  return [
    {
      kind: 'details',
      title: moved.newTime,
      rows: [
        [otherLabel, other.name],
        ...timeRows(data, { reader, other, locale }),
        ...sessionRows(data, locale),
        ...(data.isNews ? [amountRow(data, { isPaid: data.paymentId !== null, locale })] : []),
        ...(deadline === null ? [] : [[rows.answerBy, deadline] satisfies [string, string]]),
        [rows.reference, data.reference],
      ],
    },
    { kind: 'details', title: moved.before, rows: timeRows(previous, { reader, other, locale }) },
    ...(deadline === null ? [{ kind: 'paragraph' as const, text: calendar.moves }] : []),
  ];
}

/** The calendar file at its new revision. A request is in nobody's calendar yet. */
export function movedAttachments(data: MovedMailData, options: CalendarOptions): MailAttachment[] {
  return data.answerBy ? [] : [calendarAttachment(data, options)];
}
