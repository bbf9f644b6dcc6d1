import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildSessionType, expertId, startsAt } from '../../../testing/fixtures.ts';
import { renderPart, signInAs } from '../../../testing/render.tsx';
import type { ClientDetails } from '../wizard/state.ts';
import { BookingForm, type BookingFormProps } from './BookingForm.tsx';

const question = { required: true, choices: [] as string[] };
const sessionType = buildSessionType({
  category: 'pathway',
  pathways: ['Anxiety', 'Better nights'],
  questions: [
    { ...question, id: 'sleep', kind: 'short', label: 'How do you sleep?' },
    { ...question, id: 'story', kind: 'long', label: 'What happened?', required: false },
    { ...question, id: 'when', kind: 'choice', label: 'When is it worst?', choices: ['Mornings', 'Nights'] },
    { ...question, id: 'before', kind: 'yes-no', label: 'Have you had sessions before?' },
    { ...question, id: 'phone', kind: 'phone', label: 'Your number', required: false },
  ],
});
const timeSlot = { startTime: startsAt, endTime: '2026-01-15T09:15:00.000Z', available: true };
const api = useTestApi();

afterEach(() => {
  sessionStorage.clear();
});

function renderForm(props: Partial<BookingFormProps> = {}) {
  signInAs(api.current);
  const told: ClientDetails[] = [];
  const onBack = vi.fn<() => void>();
  const view = renderPart(
    <BookingForm
      sessionType={sessionType}
      timeSlot={timeSlot}
      expertId={expertId}
      onComplete={(details) => told.push(details)}
      onBack={onBack}
      {...props}
    />,
  );
  return { ...view, told, onBack };
}

describe('BookingForm', () => {
  it('asks for the pathway, each question by its kind, and a note', async () => {
    const { user, told } = renderForm();

    expect(screen.getByText('Thu, 15 Jan, 2:00 – 2:45 pm IST')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Better nights' }));
    await user.type(screen.getByLabelText('How do you sleep?'), 'Badly.');
    await user.type(screen.getByLabelText('What happened? (optional)'), 'A move.');
    await user.click(screen.getByRole('radio', { name: 'Nights' }));
    await user.click(screen.getByRole('radio', { name: 'No' }));
    await user.type(screen.getByLabelText('Your number (optional)'), '+91 98765 43210');
    await user.type(screen.getByLabelText('Notes for the expert (optional)'), 'Call me Ash.');
    await user.click(screen.getByRole('button', { name: 'Continue' }));

    expect(told).toEqual([
      {
        pathway: 'Better nights',
        answers: { sleep: 'Badly.', story: 'A move.', when: 'Nights', before: 'no', phone: '+91 98765 43210' },
        notes: 'Call me Ash.',
      },
    ]);
  });

  it('names everything that lacks, in focus and with a link to each field, and keeps what was typed', async () => {
    const { user, told } = renderForm();
    await user.type(screen.getByLabelText('Your number (optional)'), 'later');

    await user.click(screen.getByRole('button', { name: 'Continue' }));

    const problem = screen.getByRole('alert');
    expect(problem).toHaveFocus();
    expect(
      within(problem)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual([
      'Choose a pathway.',
      'Answer “How do you sleep?”',
      'Answer “When is it worst?”',
      'Answer “Have you had sessions before?”',
      'Enter a phone number like +91 98765 43210.',
    ]);
    await user.click(within(problem).getByRole('link', { name: 'Answer “How do you sleep?”' }));
    expect(screen.getByLabelText('How do you sleep?')).toHaveFocus();
    expect(screen.getByLabelText('How do you sleep?')).toBeInvalid();
    expect(screen.getByLabelText('Your number (optional)')).toHaveValue('later');
    expect(told).toEqual([]);
  });

  it('goes on with Enter in a field, as forms do', async () => {
    const { user, told } = renderForm({
      sessionType: buildSessionType({ questions: sessionType.questions.slice(0, 1) }),
    });

    await user.type(screen.getByLabelText('How do you sleep?'), 'Well.{Enter}');

    expect(told).toEqual([{ pathway: null, answers: { sleep: 'Well.' }, notes: '' }]);
  });

  it('counts the note against its limit, and says who reads it', async () => {
    const { user } = renderForm({ sessionType: null });
    const notes = screen.getByLabelText('Notes for the expert (optional)');

    await user.type(notes, 'Hello');

    expect(notes).toHaveAccessibleDescription('Only you and the expert can read this. 5 of 2000 characters used.');
  });

  it('begins with what was typed before', async () => {
    const { user, unmount } = renderForm();
    await user.type(screen.getByLabelText('How do you sleep?'), 'Badly.');
    unmount();

    renderForm();

    expect(await screen.findByDisplayValue('Badly.')).toBeVisible();
  });

  it('goes back without losing anything', async () => {
    const { user, onBack } = renderForm();
    await user.type(screen.getByLabelText('How do you sleep?'), 'Badly.');

    await user.click(screen.getByRole('button', { name: 'Back' }));

    expect(onBack.mock.calls).toHaveLength(1);
    expect(screen.getByLabelText('How do you sleep?')).toHaveValue('Badly.');
  });

  it('offers many choices as a list', async () => {
    const choices = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    const asking = buildSessionType({
      questions: [{ ...question, id: 'day', kind: 'choice', label: 'Worst day', choices }],
    });
    const { user, told } = renderForm({ sessionType: asking });

    await user.selectOptions(screen.getByLabelText('Worst day'), 'Sun');
    await user.click(screen.getByRole('button', { name: 'Continue' }));

    expect(told[0]?.answers).toEqual({ day: 'Sun' });
  });
});
