import { describe, expect, it } from 'vitest';
import { buildSessionType } from '../../../testing/fixtures.ts';
import { detailFaults, noDetails, offerDetails } from './details.ts';

const question = { id: 'sleep', kind: 'short', label: 'How do you sleep?', required: true, choices: [] } as const;
const kinds = buildSessionType({
  category: 'pathway',
  pathways: ['Anxiety', 'Better nights'],
  questions: [
    { ...question, choices: [] },
    { ...question, id: 'story', kind: 'long', label: 'What happened?', required: false, choices: [] },
    { ...question, id: 'when', kind: 'choice', label: 'When is it worst?', choices: ['Mornings', 'Nights'] },
    { ...question, id: 'before', kind: 'yes-no', label: 'Have you had sessions before?', choices: [] },
    { ...question, id: 'phone', kind: 'phone', label: 'Your number', required: false, choices: [] },
  ],
});
const told = {
  pathway: 'Anxiety',
  answers: { sleep: ' Badly. ', when: 'Nights', before: 'no' },
  notes: '',
};

describe('the details of a booking', () => {
  it('are complete when everything required is answered', () => {
    expect(detailFaults(kinds, told)).toEqual({});
    expect(detailFaults(null, noDetails)).toEqual({});
  });

  it('name each field that lacks something', () => {
    expect(detailFaults(kinds, noDetails)).toEqual({
      pathway: 'Choose a pathway.',
      sleep: 'Answer “How do you sleep?”',
      when: 'Answer “When is it worst?”',
      before: 'Answer “Have you had sessions before?”',
    });
  });

  it.each([
    ['a pathway that is not offered any more', { ...told, pathway: 'Grief' }, 'pathway'],
    ['spaces in place of an answer', { ...told, answers: { ...told.answers, sleep: '  ' } }, 'sleep'],
    ['a short answer that is too long', { ...told, answers: { ...told.answers, sleep: 'x'.repeat(201) } }, 'sleep'],
    ['a long answer that is too long', { ...told, answers: { ...told.answers, story: 'x'.repeat(2001) } }, 'story'],
    ['a choice that is not offered any more', { ...told, answers: { ...told.answers, when: 'Noon' } }, 'when'],
    ['a number that is none', { ...told, answers: { ...told.answers, phone: 'call me' } }, 'phone'],
    ['a note that is too long', { ...told, notes: 'x'.repeat(2001) }, 'notes'],
  ])('are not: %s', (_what, details, field) => {
    expect(Object.keys(detailFaults(kinds, details))).toEqual([field]);
  });

  it('travel without what is empty, and without answers to questions of another offer', () => {
    const answers = { ...told.answers, story: ' ', other: 'of another offer' };

    expect(offerDetails(kinds, { ...told, answers, notes: ' Call me Ash. ' })).toEqual({
      sessionTypeId: kinds.id,
      pathway: 'Anxiety',
      answers: [
        { questionId: 'sleep', answer: 'Badly.' },
        { questionId: 'when', answer: 'Nights' },
        { questionId: 'before', answer: 'no' },
      ],
      note: 'Call me Ash.',
    });
  });

  it('of the expert’s hour are a note at most', () => {
    expect(offerDetails(null, { ...told, notes: 'Call me Ash.' })).toEqual({ note: 'Call me Ash.' });
    expect(offerDetails(null, noDetails)).toEqual({});
  });
});
