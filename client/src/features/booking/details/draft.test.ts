import { afterEach, describe, expect, it } from 'vitest';
import { draftText, dropDraft, keepDraft, readDraft } from './draft.ts';

const details = { pathway: null, answers: { sleep: 'Badly.' }, notes: 'Call me Ash.' };
const draft = { details, isDone: true };
const visitor = { expertId: 'expert', offerId: 'talk', userId: null };
const asha = { ...visitor, userId: 'asha' };

afterEach(() => {
  sessionStorage.clear();
});

describe('what was typed for an offer', () => {
  it('is kept for the tab, and not in what all tabs share', () => {
    keepDraft(asha, draft);

    expect(readDraft(draftText(asha), 'asha')).toEqual(draft);
    expect(JSON.stringify(localStorage)).not.toContain('Badly');
  });

  it('is kept through a sign-in', () => {
    keepDraft(visitor, draft);

    expect(readDraft(draftText(asha), 'asha')).toEqual(draft);
  });

  it('is shown to nobody else', () => {
    keepDraft(asha, draft);

    expect(readDraft(draftText(asha), 'ravi')).toBeUndefined();
    expect(readDraft(draftText(asha), null)).toBeUndefined();
  });

  it('belongs to its offer', () => {
    keepDraft(asha, draft);

    expect(draftText({ ...asha, offerId: 'another' })).toBeNull();
  });

  it('is gone once it was booked', () => {
    keepDraft(asha, draft);
    dropDraft(asha);

    expect(draftText(asha)).toBeNull();
  });

  it.each(['', 'no json', '{}', '{"userId":null,"details":{"pathway":1,"answers":{},"notes":""}}'])(
    'is read as nothing where something else lies there: %s',
    (text) => {
      expect(readDraft(text, null)).toBeUndefined();
    },
  );
});
