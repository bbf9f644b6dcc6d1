import { normaliseText } from './search-text.ts';

/** Path segments that mean something else under `/experts/`. */
const reserved = new Set(['me', 'availability']);
const maximumLength = 60;

/**
 * The address of a profile, made of a name: `"Dr. Émile Roy"` is `dr-emile-roy`, its second bearer `dr-emile-roy-2`.
 * Never something that could be taken for an id or for another path.
 * @param bearer counts from 1
 */
export function slugOf(name: string, bearer: number): string {
  const words = normaliseText(name).replaceAll(/[^a-z0-9]+/g, '-');
  const base = words.slice(0, maximumLength).replaceAll(/^-|-$/g, '');
  const distinct = base === '' || reserved.has(base) || /^[0-9a-f]{24}$/.test(base) ? `expert-${base}` : base;
  const slug = distinct.replace(/-$/, '');
  return bearer === 1 ? slug : `${slug}-${bearer}`;
}
