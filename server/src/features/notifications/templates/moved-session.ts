import { calendarAttachment, type CalendarOptions } from '../calendar.ts';
import type { MailAttachment, MailBlock } from '../layout/content.ts';
import type { MovedMailData } from '../mail-data.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { localStart } from '../when.ts';
import { durationText, timeRows } from './booking-details.ts';

type Person = MovedMailData['expert' | 'customer'];

/** What a mail about a moved session shows to either of the two: the new time, the old one, and until when to answer. */
export function movedBlocks(
  data: MovedMailData,
  { reader, other, otherLabel, locale }: { reader: Person; other: Person; otherLabel: string; locale: ReaderLocale },
): MailBlock[] {
  const previous = { startsAt: data.previousStartsAt, endsAt: data.previousEndsAt };
  const answerBy = data.answerBy ?? null;
  return [
    {
      kind: 'details',
      title: 'New time',
      rows: [
        [otherLabel, other.name],
        ...timeRows(data, { reader: reader, other: other, locale }),
        ['Duration', durationText(data.duration)],
        ...(answerBy === null
          ? []
          : [['Answer by', localStart(answerBy, { zone: reader.timezone, locale })] satisfies [string, string]]),
        ['Reference', data.reference],
      ],
    },
    { kind: 'details', title: 'Before', rows: timeRows(previous, { reader: reader, other: other, locale }) },
    ...(answerBy === null
      ? [{ kind: 'paragraph' as const, text: 'The attached file moves the entry in your calendar.' }]
      : []),
  ];
}

/** The calendar file at its new revision. A request is in nobody's calendar yet. */
export function movedAttachments(data: MovedMailData, options: CalendarOptions): MailAttachment[] {
  return data.answerBy ? [] : [calendarAttachment(data, options)];
}
