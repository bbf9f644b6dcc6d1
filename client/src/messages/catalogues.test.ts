import { argumentsOf, differingIn, faultless, faultsOf, type Messages } from '@serene/shared/messages/test-support';
import { Visitor, type ESTree } from 'vite';
import { describe, expect, it } from 'vitest';
import { appSources } from '../testing/sources.ts';
import english from './en.json';
import hindi from './hi.json';

const en: Messages = english.messages;
const hi: Messages = hindi.messages;

/** Names, and messages that are nothing but their arguments. */
const sameInHindi = [
  'app.languages.en',
  'change.ofSession',
  'mails.ofMail',
  'money.methods.emi',
  'money.methods.upi',
  'money.refundReason',
  'outcome.reason',
  'sessions.calendars.google',
  'sessions.calendars.office365',
  'sessions.calendars.outlook',
  'sessions.calendars.yahoo',
];

it.each([
  ['English', en],
  ['Hindi', hi],
])('the %s catalogue has no fault', (_, messages) => {
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
    const latin = Object.keys(hi).filter((key) => !/\p{Script=Devanagari}/u.test(hi[key] ?? ''));

    expect(latin.toSorted()).toEqual(sameInHindi);
    expect(Object.values(hi).filter((message) => /[०-९]/.test(message))).toEqual([]);
  });
});

describe('the code', () => {
  const calls = appSources().flatMap(({ program, place }) =>
    callsOf('t', program).map(({ node, args }) => ({ place: place(node), ...readCall(args) })),
  );

  it('names every message by a literal key and literal argument names', () => {
    expect(calls.filter(({ key, names }) => key === undefined || names === undefined)).toEqual([]);
  });

  it('uses every message, and none that is missing', () => {
    const used = new Set(calls.map(({ key }) => key ?? ''));

    expect([...used].filter((key) => !Object.hasOwn(en, key))).toEqual([]);
    expect(Object.keys(en).filter((key) => !used.has(key))).toEqual([]);
  });

  it('gives each message the arguments that it names', () => {
    const wrong = calls.filter(({ key, names }) => String(names?.toSorted()) !== String(argumentsOf(en[key ?? ''])));

    expect(wrong).toEqual([]);
  });
});

function callsOf(name: string, program: ESTree.Program) {
  const found: { node: ESTree.CallExpression; args: readonly ESTree.Argument[] }[] = [];
  new Visitor({
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === name) found.push({ node, args: node.arguments });
    },
  }).visit(program);
  return found;
}

/** The key and the argument names of `t('key', { name })`; undefined where they cannot be read from the code. */
function readCall([key, values]: readonly ESTree.Argument[]): { key: string | undefined; names: string[] | undefined } {
  const literalKey = key?.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
  if (values === undefined) return { key: literalKey, names: [] };
  if (values.type !== 'ObjectExpression') return { key: literalKey, names: undefined };
  const names = values.properties.map((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : '…',
  );
  return { key: literalKey, names };
}
