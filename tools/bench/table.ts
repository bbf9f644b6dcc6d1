import type { BenchResult } from './result.ts';

const header = ['', 'value', 'floor', 'unit', 'ratio', 'limit', ''];

/** The results as a table for people: one line a figure, the promised ones with a verdict. */
export function formatTable(results: readonly BenchResult[]): string {
  const rows = [header, ...results.map(formatRow)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return lines.map((line) => line.join('  ').trimEnd()).join('\n');
}

function formatRow({ name, value, floor, ratio, limit, bound, unit, ok }: BenchResult): string[] {
  const promised = limit === null ? '' : `${bound} ${limit}`;
  const verdict = limit === null ? '' : ok ? 'ok' : 'MISSED';
  return [name, formatNumber(value), formatNumber(floor), unit, ratio.toFixed(2), promised, verdict];
}

function formatNumber(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}
