import { tallyGroups, type Tally } from './tally.ts';

/** Of each rule; the first ones tell enough. */
const mostShown = 8;
const longestLine = 400;

/** The counts of a run as a table, one group after the other. */
export function formatTally(tally: Tally): string {
  const groups = tallyGroups.map((group) => {
    const rows = tally.list(group);
    const width = Math.max(0, ...rows.map(([name]) => name.length));
    const lines = rows.map(([name, count]) => `  ${name.padEnd(width)}  ${String(count).padStart(6)}`);
    return [`${group} (${tally.total(group)})`, ...lines].join('\n');
  });
  return groups.join('\n\n');
}

/** The violations, rule by rule. */
export function formatViolations({ violations }: Tally): string {
  const rules = new Map<string, string[]>();
  for (const { rule, found } of violations) rules.set(rule, [...(rules.get(rule) ?? []), oneLine(found)]);
  const parts = [...rules].map(([rule, found]) => {
    const shown = found.slice(0, mostShown).map((line) => `    ${line}`);
    const more = found.length > mostShown ? [`    and ${found.length - mostShown} more`] : [];
    return [`  ${rule} (${found.length})`, ...shown, ...more].join('\n');
  });
  return parts.join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, longestLine);
}
