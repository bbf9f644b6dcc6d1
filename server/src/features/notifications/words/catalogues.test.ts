import { argumentsOf, differingIn, faultless, faultsOf, type Messages } from '@serene/shared/messages/test-support';
import { describe, expect, it } from 'vitest';
import english from './en.json';
import hindi from './hi.json';
import { mailWords, writeWords } from './index.ts';

const en: Messages = english.messages;
const hi: Messages = hindi.messages;

it.each([
  ['English', en],
  ['Hindi', hi],
])('the %s catalogue of mails has no fault', (_, messages) => {
  expect(faultsOf(messages)).toEqual(faultless);
});

describe('both catalogues', () => {
  it('have the same messages, in the same order', () => {
    expect(Object.keys(hi)).toEqual(Object.keys(en));
  });

  it('fill in the same', () => {
    expect(differingIn(en, hi)).toEqual([]);
  });

  it('differ: what is Hindi is written in Devanagari, with Latin digits', () => {
    expect(Object.keys(hi).filter((key) => !/\p{Script=Devanagari}/u.test(hi[key] ?? ''))).toEqual([]);
    expect(Object.values(hi).filter((message) => /[०-९]/.test(message))).toEqual([]);
  });

  it('know whether somebody who grew up with the language has read them', () => {
    expect(hindi.review).not.toBe('');
  });
});

describe('the words of mails', () => {
  const said = new Map<string, string[]>();
  sayAll(
    writeWords((key, values = {}) => {
      said.set(key, Object.keys(values).toSorted());
      return key;
    }),
  );

  it('use every message', () => {
    expect(Object.keys(en).filter((key) => !said.has(key))).toEqual([]);
  });

  it('give each message the arguments that it names', () => {
    const wrong = [...said].filter(([key, names]) => String(names) !== String(argumentsOf(en[key])));

    expect(wrong).toEqual([]);
  });

  it('come in the language of the reader', () => {
    expect(mailWords.en.layout.greeting('Asha')).toBe('Hi Asha,');
    expect(mailWords.hi.layout.greeting('Asha')).toBe('नमस्ते Asha,');
    expect([1, 60].map(mailWords.en.rows.minutes)).toEqual(['1 minute', '60 minutes']);
    expect([1, 60].map(mailWords.hi.rows.minutes)).toEqual(['1 मिनट', '60 मिनट']);
  });
});

/** Says everything once, whatever it is about. */
function sayAll(words: unknown): void {
  // An argument that is taken apart gives another one for each of its parts.
  const anything: object = new Proxy({}, { get: () => 'x' });
  if (typeof words === 'function')
    Reflect.apply(
      words,
      undefined,
      Array.from({ length: words.length }, () => anything),
    );
  else if (typeof words === 'object' && words !== null) Object.values(words).forEach(sayAll);
}
