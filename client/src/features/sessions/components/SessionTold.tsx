import type { Session } from '@serene/shared/contracts';
import { Facts, type Fact } from '../../../components/ui/index.ts';
import { words } from '../words.ts';

type SessionToldProps = { session: Session };

/** What the customer told when they booked, for the two people alone (F6). */
export function SessionTold({ session }: SessionToldProps) {
  const { answers = [], pathway = null, notes = null, customer, expert } = session;
  const text = (value: string) => <span className="wrap-anywhere whitespace-pre-line">{value}</span>;
  const facts: Fact[] = [
    ...(pathway === null ? [] : [{ label: words.pathway, value: pathway }]),
    ...answers.map(({ question, answer }) => ({ label: question, value: text(spoken(answer)) })),
    ...(notes === null ? [] : [{ label: words.notes, value: text(notes) }]),
  ];
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="told" className="flex flex-col gap-4 card p-5 md:p-6">
      <h2 id="told" className="text-h3 font-semibold">
        {customer === undefined ? words.told(expert.name) : words.toldBy(customer.name)}
      </h2>
      <Facts facts={facts} />
    </section>
  );
}

/** Answers to yes or no travel as these two words. */
function spoken(answer: string): string {
  if (answer === 'yes') return words.yes;
  return answer === 'no' ? words.no : answer;
}
