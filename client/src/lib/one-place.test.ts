import { join } from 'node:path';
import { parseSync, Visitor, type ESTree } from 'vite';
import { describe, expect, it } from 'vitest';
import { appSources, sourcesUnder, type Source } from '../testing/sources.ts';

/** What a browser may refuse, or answer wrongly, is asked in one place that expects it. */
type Rule = { asks: (program: ESTree.Program) => ESTree.Node[]; home: RegExp };

const repository = join(import.meta.dirname, '../../..');
const refusable = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel', 'cookieStore'];
const refusableOf = ['locks', 'serviceWorker', 'storage', 'cookie'];

const storage: Rule = { asks: asksStorage, home: /^lib\/guarded\// };
const clock: Rule = { asks: asksClock, home: /^lib\/time\/server-clock\.ts$/ };
const zone: Rule = {
  asks: asksZone,
  // Those of the server get their zones checked: from the data of an email, and as a constant.
  home: /^(scheduling\/zone-(name|offset)|lib\/time\/(formatters|noon)|features\/(notifications\/(when|wall-clock)|documents\/wording))\.ts$/,
};

describe('a module may not ask for', () => {
  it.each([
    ['localStorage.getItem("key")', storage],
    ['window.sessionStorage', storage],
    ['globalThis["indexedDB"]', storage],
    ['"caches" in window && caches.keys()', storage],
    ['new BroadcastChannel("name")', storage],
    ['navigator.locks.request("name", work)', storage],
    ['const { serviceWorker } = navigator', storage],
    ['document.cookie', storage],
    ['Date.now()', clock],
    ['new Date()', clock],
    ['const later = [start].map(Date.now)', clock],
    ['const { now } = performance', clock],
    ['performance.now()', clock],
    ['new globalThis.Date()', clock],
    ['new Intl.DateTimeFormat().resolvedOptions()', zone],
    ['Intl.DateTimeFormat("en", { timeZone: zone })', zone],
    ['new Intl.DateTimeFormat("en", { ...shown, timeZone })', zone],
    ['new Intl.DateTimeFormat("en", options)', zone],
    ['date.toLocaleTimeString("en", { timeZone: zone })', zone],
    ['new TZDate(2026, 0, 1, zone)', zone],
  ])('%s', (code, { asks }) => {
    expect(asks(parseSync('example.ts', code).program)).not.toEqual([]);
  });

  it.each([
    ['kept.read("key"); cache.keys(); import { storage } from "./storage.ts"', storage],
    ['new Date(startsAt); Date.parse(startsAt); Date.UTC(2026)', clock],
    ['new Intl.DateTimeFormat(intl); new Intl.NumberFormat("en").resolvedOptions', zone],
  ])('what it may: %s', (code, { asks }) => {
    expect(asks(parseSync('example.ts', code).program)).toEqual([]);
  });
});

describe('only one place asks for', () => {
  it('what the browser keeps', () => {
    expect(outsideOf(storage, appSources())).toEqual([]);
  });

  it('the clock of the device', () => {
    expect(outsideOf(clock, appSources())).toEqual([]);
  });

  it('the zone of the device, and for times in a zone, on both sides', () => {
    const both = ['shared/src', 'server/src'].flatMap((folder) =>
      sourcesUnder(join(repository, folder), /DateTimeFormat|resolvedOptions|toLocale|TZDate/),
    );

    expect(outsideOf(zone, [...appSources(), ...both])).toEqual([]);
  });
});

function outsideOf({ asks, home }: Rule, sources: readonly Source[]): string[] {
  return sources
    .filter(({ file }) => !home.test(file))
    .flatMap(({ program, place }) => asks(program).map((node) => place(node)));
}

function asksStorage(program: ESTree.Program): ESTree.Node[] {
  const found: ESTree.Node[] = [];
  const globals = ['window', 'globalThis', 'self'];
  new Visitor({
    Identifier: (node) => void (refusable.includes(node.name) && found.push(node)),
    MemberExpression: (node) => {
      const [object, name] = [nameOf(node.object), propertyOf(node)];
      if (globals.includes(object) && refusable.includes(name)) found.push(node);
      if (['navigator', 'document'].includes(object) && refusableOf.includes(name)) found.push(node);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'ObjectPattern' && ['navigator', 'document', ...globals].includes(nameOf(init))) found.push(id);
    },
  }).visit(program);
  return found;
}

function asksClock(program: ESTree.Program): ESTree.Node[] {
  const found: ESTree.Node[] = [];
  new Visitor({
    MemberExpression: (node) => {
      if (['Date', 'performance'].includes(nameOf(node.object)) && propertyOf(node) === 'now') found.push(node);
    },
    NewExpression: (node) => void (nameOf(node.callee) === 'Date' && node.arguments.length === 0 && found.push(node)),
    CallExpression: (node) => void (nameOf(node.callee) === 'Date' && found.push(node)),
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'ObjectPattern' && ['Date', 'performance', 'Temporal'].includes(nameOf(init))) found.push(id);
    },
  }).visit(program);
  return found;
}

function asksZone(program: ESTree.Program): ESTree.Node[] {
  const found: ESTree.Node[] = [];
  const inZone = (node: ESTree.NewExpression | ESTree.CallExpression) => {
    if (nameOf(node.callee) === 'TZDate') found.push(node);
    // Without options there is no zone to be refused.
    if (nameOf(node.callee) === 'DateTimeFormat' && node.arguments.length > 1) found.push(node);
  };
  new Visitor({
    NewExpression: inZone,
    CallExpression: (node) => {
      inZone(node);
      if (/^toLocale(Date|Time)?String$/.test(nameOf(node.callee)) && node.arguments.length > 1) found.push(node);
    },
    MemberExpression: (node) => {
      if (propertyOf(node) !== 'resolvedOptions') return;
      const of = node.object.type === 'NewExpression' ? node.object : undefined;
      // Of a format with a language it is the language that is asked for.
      if (of === undefined || (nameOf(of.callee) === 'DateTimeFormat' && of.arguments.length === 0)) found.push(node);
    },
  }).visit(program);
  return found;
}

/** `Date` of `Date` and of `globalThis.Date`. */
function nameOf(node: ESTree.Node | null): string {
  if (node?.type === 'Identifier') return node.name;
  return node?.type === 'MemberExpression' ? propertyOf(node) : '';
}

function propertyOf({ property }: ESTree.MemberExpression): string {
  if (property.type === 'Identifier') return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : '';
}
