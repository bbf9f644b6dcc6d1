import { parseSync, Visitor, type ESTree } from 'vite';
import { describe, expect, it } from 'vitest';
import { appSources } from '../testing/sources.ts';

/** Attributes of HTML and of our own parts that people read or hear. */
const spokenAttributes = new Set(
  `alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext busy busyLabel confirm description
  heading hint keep label offline placeholder problem text title total`.split(/\s+/),
);

/** `Page not found`, `not free, sorry.`: several words that begin or end like a sentence; no endpoint of the API. */
const sentence = /^(?!(?:GET|POST|PUT|PATCH|DELETE) \/)\p{Lu}[\p{L}’-]*,? .*\p{L}|\p{L} .*\p{L}[.!?…]$/u;
/** Names are the same in every language. */
const names = ['Serene Wellbeing'];
/** What follows a number: ` minutes`. */
const unit = /^ \p{L}+[.!?…]?$/u;

describe('a component', () => {
  it.each([
    ['<p>Save</p>', 'Save'],
    ['<p>{isNew && "save"}</p>', 'save'],
    ['<p>{isNew ? words.save : `${count} saved`}</p>', ' saved'],
    ['<input placeholder="name" />', 'name'],
    ['<Button busy={isSaving ? "saving" : undefined} />', 'saving'],
    ['<Chart caption="Sessions per day" />', 'Sessions per day'],
    ['const title = "Page not found"', 'Page not found'],
    ['const hours = (count) => `${count} hours`', ' hours'],
  ])('may not say %s', (code, text) => {
    expect(textsIn(code)).toEqual([text]);
  });

  it.each([
    'const key = "GET /experts/:id"',
    '<p className="flex gap-2">{words.save}</p>',
    '<p>{status === "confirmed" && words.save} · {price}</p>',
    '<a href="/experts" aria-label={words.experts}>{price} / {count}</a>',
    'throw new ApiError("NETWORK", "The service could not be reached.")',
    'const look = `skeleton ${isWide ? "w-full" : ""} text-muted`',
  ])('may say %s', (code) => {
    expect(textsIn(code)).toEqual([]);
  });

  it('says nothing that is not in the catalogues', () => {
    const found = appSources().flatMap(({ program, place }) =>
      textNodes(program).map((node) => `${place(node)} ${textOf(node)}`),
    );

    expect(found).toEqual([]);
  });
});

type TextNode = ESTree.JSXText | ESTree.StringLiteral | ESTree.TemplateElement;

function textsIn(code: string): string[] {
  return textNodes(parseSync('example.tsx', code).program).map(textOf);
}

function textOf(node: TextNode): string {
  return node.type === 'TemplateElement' ? node.value.raw : node.value;
}

/** The pieces of text in a module that somebody would read. */
function textNodes(program: ESTree.Program): TextNode[] {
  const found = new Set<TextNode>();
  const errors: ESTree.Span[] = [];
  const add = (node: TextNode, when: boolean) => {
    const isForDevelopers = errors.some(({ start, end }) => start <= node.start && node.end <= end);
    if (when && !isForDevelopers && !names.includes(textOf(node))) found.add(node);
  };
  const addShown = (node: ESTree.Node | null) => {
    for (const piece of shownBy(node)) add(piece, /\p{L}/u.test(textOf(piece)));
  };
  new Visitor({
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && /(?:Error|Unavailable)$/.test(node.callee.name)) errors.push(node);
    },
    ThrowStatement: (node) => void errors.push(node),
    JSXText: (node) => add(node, /\p{L}/u.test(node.value)),
    JSXElement: (node) => node.children.forEach(addShown),
    JSXFragment: (node) => node.children.forEach(addShown),
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && spokenAttributes.has(name.name)) addShown(value);
    },
    Literal: (node) => {
      if (isString(node)) add(node, sentence.test(node.value));
    },
    TemplateLiteral: ({ quasis }) => {
      for (const [index, quasi] of quasis.entries()) {
        add(quasi, sentence.test(quasi.value.raw) || (index > 0 && unit.test(quasi.value.raw)));
      }
    },
  }).visit(program);
  return [...found].toSorted((a, b) => a.start - b.start);
}

/** The text an expression may come to; what it only compares or passes on is none. */
function shownBy(node: ESTree.Node | null): TextNode[] {
  switch (node?.type) {
    case 'Literal':
      return isString(node) ? [node] : [];
    case 'TemplateLiteral':
      return [...node.quasis, ...node.expressions.flatMap(shownBy)];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return shownBy(node.expression);
    case 'ConditionalExpression':
      return [...shownBy(node.consequent), ...shownBy(node.alternate)];
    case 'LogicalExpression':
      return node.operator === '&&' ? shownBy(node.right) : [...shownBy(node.left), ...shownBy(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...shownBy(node.left), ...shownBy(node.right)] : [];
    default:
      return [];
  }
}

function isString(node: ESTree.Node): node is ESTree.StringLiteral {
  return node.type === 'Literal' && typeof node.value === 'string';
}
