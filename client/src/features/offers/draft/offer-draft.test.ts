import { sessionTypeBodySchema } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { buildOwnType, richType } from '../pages/own-offers.test-support.ts';
import { changedFields, rebased } from './changes.ts';
import { bodyOfType, copyOf } from './offer-body.ts';
import { bodyOf, draftOf, emptyDraft } from './offer-draft.ts';

const fields = Object.keys(sessionTypeBodySchema.shape);
const plain = buildOwnType();

describe('a session type while it is edited', () => {
  it.each([
    ['simple', plain],
    ['rich', richType],
  ])('is sent as it came where nothing was changed: a %s one', (_, type) => {
    const body = bodyOf(draftOf(type), type);

    expect(sessionTypeBodySchema.parse(body)).toEqual(body);
    for (const field of fields) {
      expect([field, Reflect.get(body, field)]).toEqual([field, Reflect.get(type, field)]);
    }
  });

  it('keeps what another choice hides, and does not send it', () => {
    const draft = {
      ...draftOf(richType),
      category: 'specialized' as const,
      placeKind: 'room' as const,
      questions: draftOf(richType).questions.map((question) => ({ ...question, kind: 'long' as const })),
    };

    expect(bodyOf(draft, richType)).toMatchObject({
      pathways: [],
      place: { kind: 'room', text: '' },
      questions: [{ choices: [] }, { kind: 'long', choices: [] }],
    });
    expect(draft).toMatchObject({ pathways: 'Sleep\nCalm', link: 'https://meet.example.com/sarah' });
  });

  it('knows what was changed, and not what was changed back', () => {
    const draft = draftOf(plain);

    expect(changedFields({ ...draft, title: 'Other', isActive: false }, draft)).toEqual(['isActive', 'title']);
    expect(changedFields({ ...draft, questions: [...draft.questions] }, draft)).toEqual([]);
  });

  it('takes what others saved where it was not touched, and keeps what was typed', () => {
    const opened = draftOf(plain);
    const mine = { ...opened, title: 'Mine', price: '999' };
    const theirs = { ...opened, title: 'Theirs', color: 'rose' as const };

    expect(rebased(mine, opened, theirs)).toEqual({ ...opened, title: 'Mine', price: '999', color: 'rose' });
  });
});

describe('the copy of a session type', () => {
  it.each(fields)('is off, has its own title, and otherwise equals its source: %s', (field) => {
    const expected = { title: 'Copy of Sleep pathway', isActive: false };

    const wanted = Object.hasOwn(expected, field) ? Reflect.get(expected, field) : Reflect.get(richType, field);
    expect(Reflect.get(copyOf(richType), field)).toEqual(wanted);
  });

  it('is what the contract takes, also of a title that leaves no room', () => {
    const copied = copyOf({ ...richType, title: 'A'.repeat(80) });

    expect(sessionTypeBodySchema.parse(copied).title).toBe(`Copy of ${'A'.repeat(71)}…`);
    expect(bodyOfType(richType)).toEqual({ ...copied, title: richType.title, isActive: true });
  });
});

it('begins as a paid hour in the currency of the expert', () => {
  expect(emptyDraft('EUR')).toMatchObject({ currency: 'EUR', durationMinutes: '60', category: 'specialized' });
});
