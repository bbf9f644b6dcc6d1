import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { offerColors } from '@serene/shared/offers';
import { describe, expect, it } from 'vitest';

// Read from the disk: in tests, an imported style sheet is empty.
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

/** Contrast of two colours (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const color = (name: string, theme: 'light' | 'dark') => {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`There is no token ${name}.`);
  return token[theme];
};
const grounds = ['bg', 'surface', 'surface-2'];
const onGrounds = ['ink', 'muted', 'faint', 'link'].flatMap((text) => grounds.map((ground) => [text, ground] as const));
const pairs = [
  ...onGrounds,
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-primary', 'primary-active'],
  ['on-primary-soft', 'primary-soft'],
  ['ink', 'primary-soft'],
  ['calm', 'calm-soft'],
  ['calm', 'surface'],
  ['calm', 'bg'],
  ['ok', 'ok-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['bad', 'surface'],
  ['on-bad', 'bad'],
] as const;
const borders = [
  ...grounds.map((ground) => ['control', ground] as const),
  ['primary', 'surface'],
  ['bad-line', 'surface'],
  ['focus', 'surface-2'],
  ...offerColors.flatMap((color) => grounds.map((ground) => [`offer-${color}`, ground] as const)),
] as const;

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  it.each(pairs)('reads %s on %s (WCAG 1.4.3)', (text, ground) => {
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(borders)('shows %s on %s (WCAG 1.4.11)', (line, ground) => {
    expect(contrast(color(line, theme), color(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
