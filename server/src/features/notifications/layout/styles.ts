import type { CSSProperties } from 'react';
import { light } from './colours.ts';

// The second line is for Hindi and for names in Devanagari: on Apple's systems, on Windows, and elsewhere.
const font = {
  fontFamily:
    "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial," +
    "'Kohinoor Devanagari','Nirmala UI','Noto Sans Devanagari',sans-serif",
};
const text = { fontSize: '16px', lineHeight: '24px' };
const cell = { fontSize: '15px', lineHeight: '22px', textAlign: 'left' } as const;
const button = {
  fontSize: '15px',
  fontWeight: 600,
  padding: '13px 14px',
  borderRadius: '8px',
  margin: '0 8px 10px 0',
  textAlign: 'center',
} as const;

/** Inline styles by part; mail programs drop most of what stands in a style sheet. */
export const style = {
  body: { backgroundColor: light.page, margin: 0, padding: 0 },
  page: { backgroundColor: light.page },
  gutter: { padding: '24px 12px' },
  column: { maxWidth: '560px' },
  mark: {
    ...font,
    width: '32px',
    height: '32px',
    fontSize: '18px',
    lineHeight: '32px',
    fontWeight: 700,
    textAlign: 'center',
    color: light.onPrimary,
    backgroundColor: light.primary,
    borderRadius: '9px',
  },
  brand: { ...font, color: light.ink, fontSize: '18px', lineHeight: '28px', fontWeight: 600, paddingLeft: '10px' },
  card: {
    ...font,
    color: light.ink,
    textAlign: 'left',
    backgroundColor: light.card,
    border: `1px solid ${light.line}`,
    borderRadius: '12px',
    padding: '28px 24px',
    overflowWrap: 'anywhere',
  },
  footer: {
    ...font,
    textAlign: 'left',
    fontSize: '13px',
    lineHeight: '20px',
    color: light.muted,
    padding: '16px 4px 0',
  },
  space: { fontSize: '16px', lineHeight: '16px' },
  paragraph: { ...text, margin: '0 0 16px' },
  support: { ...text, color: light.muted, margin: '8px 0 16px' },
  last: { ...text, margin: 0 },
  heading: { ...text, fontWeight: 700, margin: '24px 0 8px' },
  panel: {
    backgroundColor: light.panel,
    borderCollapse: 'separate',
    borderRadius: '8px',
    margin: '0 0 20px',
    padding: '6px 0',
  },
  label: { ...cell, color: light.muted, width: '104px', padding: '6px 12px 6px 16px' },
  value: { ...cell, color: light.ink, fontWeight: 600, padding: '6px 16px 6px 0', overflowWrap: 'anywhere' },
  list: { ...text, margin: '0 0 20px', padding: '0 0 0 24px' },
  item: { margin: '0 0 6px' },
  link: { color: light.link, textDecoration: 'underline' },
  buttons: { padding: '8px 0 6px' },
  mainButton: { ...button, color: light.onPrimary, backgroundColor: light.primary },
  plainButton: { ...button, color: light.link, backgroundColor: light.soft },
} as const satisfies Record<string, CSSProperties>;
