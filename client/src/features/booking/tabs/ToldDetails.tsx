import { MessageSquareText, Route } from 'lucide-react';
import { Facts, type Fact } from '../../../components/ui/index.ts';
import { ChangeButton } from '../components/ChangeButton.tsx';
import { words as details } from '../details-words.ts';
import type { BookingPageState } from './use-booking-page.ts';

/** What was told beside the time, with the way back to it. */
export function ToldDetails({ page }: { page: BookingPageState }) {
  const { wizard, hold } = page;
  const { sessionType, clientDetails } = wizard.state;
  const change = (label: string, seen?: string) => (
    <ChangeButton label={label} seen={seen} onPress={() => wizard.dispatch({ type: 'went-to', screen: 'details' })} />
  );
  const { pathway = null, answers = {}, notes = '' } = clientDetails ?? {};
  const questions = sessionType?.questions ?? [];
  const isNoted = notes.trim() !== '';
  const told: Fact[] = [
    ...(pathway === null ? [] : [{ icon: Route, label: details.pathway, value: pathway }]),
    ...questions.flatMap(({ id, label, kind }) => {
      const answer = (answers[id] ?? '').trim();
      const yesNo = kind === 'yes-no' && answer !== '' ? details[answer === 'yes' ? 'yes' : 'no'] : answer;
      return answer === ''
        ? []
        : [{ label, value: <span className="wrap-anywhere whitespace-pre-line">{yesNo}</span> }];
    }),
  ];
  const note = (
    <>
      <span className="wrap-anywhere whitespace-pre-line">{isNoted ? notes.trim() : details.noNote}</span>
      {told.length > 0 || isNoted ? change(details.changeAnswers) : change(details.addNote, details.addNote)}
    </>
  );
  // The expert's hour without a price is booked as ever, with nothing told.
  const takesNote = sessionType !== null || hold.price > 0;
  const facts = [...told, ...(takesNote ? [{ icon: MessageSquareText, label: details.note, value: note }] : [])];
  return facts.length > 0 && <Facts facts={facts} />;
}
