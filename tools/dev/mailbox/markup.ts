/** HTML that is safe to send: everything that came from outside was escaped on its way in. */
export type Markup = { readonly markup: string };

type Insert = string | number | Markup | readonly Markup[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose inserted strings are escaped; inserted markup is not. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  const parts = strings.map((text, index) => (index === 0 ? '' : render(inserts[index - 1] ?? '')) + text);
  return { markup: parts.join('') };
}

function render(insert: Insert): string {
  if (typeof insert === 'string') return insert.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
  if (typeof insert === 'number') return `${insert}`;
  return 'markup' in insert ? insert.markup : insert.map(({ markup }) => markup).join('');
}
