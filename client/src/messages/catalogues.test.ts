import compile from 'icu-minify/compile';
import { Visitor, type ESTree } from 'vite';
import { describe, expect, it } from 'vitest';
import { appSources } from '../testing/sources.ts';
import english from './en.json';
import hindi from './hi.json';

type Messages = Readonly<Record<string, string>>;
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

describe.each([
  ['English', en],
  ['Hindi', hi],
])('the %s catalogue', (_, messages) => {
  const isGood = ({ message }: { message: string }) => isIcu(message);
  const all = Object.entries(messages).map(([key, message]) => ({ key, message }));
  const read = all.filter(isGood).map(({ key, message }) => ({ key, placeholders: readMessage(message) }));

  it('is ICU', () => {
    expect(all.filter((entry) => !isGood(entry))).toEqual([]);
  });

  it('needs names, choices and plurals only', () => {
    const unknown = read.filter(({ placeholders }) => placeholders.some(({ kind }) => kind === 'unknown'));

    expect(unknown).toEqual([]);
  });

  it('has the singular and the plural of everything that is counted', () => {
    const incomplete = read.filter(({ placeholders }) =>
      placeholders.some(({ kind, branches }) => kind === 'plural' && !(branches.has('one') && branches.has('other'))),
    );

    expect(incomplete).toEqual([]);
  });

  it('leaves nothing empty', () => {
    expect(all.filter(({ message }) => message.trim() === '')).toEqual([]);
  });
});

describe('both catalogues', () => {
  it('have the same messages, in the same order', () => {
    expect(Object.keys(hi)).toEqual(Object.keys(en));
  });

  it('fill in the same', () => {
    const different = Object.keys(en).filter((key) => String(namesIn(hi[key])) !== String(namesIn(en[key])));

    expect(different).toEqual([]);
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
    const wrong = calls.filter(({ key, names }) => String(names?.toSorted()) !== String(namesIn(en[key ?? ''])));

    expect(wrong).toEqual([]);
  });
});

type Placeholder = { name: string; kind: string; branches: ReadonlyMap<string, unknown> };

function isIcu(message: string): boolean {
  try {
    compile(message);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** What is filled in, as deep as it lies. */
function readMessage(message: string): Placeholder[] {
  return placeholdersIn(compile(message));
}

/** The compiled form: a list of texts and of `[name, kind?, branches?]`, where a branch is a message again. */
function placeholdersIn(compiled: unknown): Placeholder[] {
  if (!Array.isArray(compiled)) return [];
  return compiled.flatMap((node: unknown) => {
    if (!Array.isArray(node)) return [];
    const [name, kind, options]: unknown[] = node;
    const branches = new Map(Object.entries(typeof options === 'object' && options !== null ? options : {}));
    return [
      { name: String(name), kind: kinds.get(kind) ?? 'unknown', branches },
      ...[...branches.values()].flatMap(placeholdersIn),
    ];
  });
}

const kinds = new Map<unknown, string>([
  [undefined, 'name'],
  [1, 'select'],
  [2, 'plural'],
]);

function namesIn(message: string | undefined): string[] {
  return [...new Set(readMessage(message ?? '').map(({ name }) => name))].toSorted();
}

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
