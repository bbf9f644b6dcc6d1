const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const text = `${font};font-size:16px;line-height:24px;color:#1f2937`;

/** Inline styles by part; mail programs drop what stands in a style sheet. Text contrast is at least 4.5:1. */
export const style = {
  body: 'margin:0;padding:0;background:#f3f4f6;-webkit-text-size-adjust:100%',
  preview: 'display:none;max-height:0;overflow:hidden;opacity:0;mso-hide:all',
  page: 'background:#f3f4f6;border-collapse:collapse',
  gutter: 'padding:24px 12px',
  column: 'max-width:560px;border-collapse:separate',
  brand: `${text};font-size:20px;line-height:28px;font-weight:700;padding:0 8px 16px`,
  card: `${text};background:#ffffff;border-radius:12px;padding:28px 24px`,
  footer: `${font};font-size:13px;line-height:20px;color:#4b5563;padding:16px 8px 0`,
  paragraph: 'margin:0 0 16px',
  last: 'margin:0',
  heading: 'margin:24px 0 8px;font-size:16px;line-height:24px;font-weight:700',
  table: 'border-collapse:collapse;margin:0 0 20px',
  label: `${font};font-size:15px;line-height:22px;color:#4b5563;padding:4px 16px 4px 0;width:112px`,
  value: `${font};font-size:15px;line-height:22px;font-weight:600;padding:4px 0;overflow-wrap:anywhere`,
  list: 'margin:0 0 20px;padding:0 0 0 24px',
  item: 'margin:0 0 6px',
  link: 'color:#1d4ed8;text-decoration:underline',
  buttonGap: 'padding:0 0 10px',
  mainButton: 'background:#1d4ed8;border:1px solid #1d4ed8;border-radius:8px;mso-padding-alt:12px 20px;color:#ffffff',
  plainButton: 'border:1px solid #6b7280;border-radius:8px;mso-padding-alt:12px 20px;color:#1d4ed8',
  buttonLink: `${font};display:block;padding:12px 20px;font-size:16px;line-height:22px;font-weight:600;color:inherit;text-decoration:none`,
} as const;

/** For programs that show the mail on a dark page and honour style sheets. */
export const darkStyles = `
@media (prefers-color-scheme: dark) {
  .page { background: #111827 !important; }
  .card, .card td { color: #f3f4f6 !important; }
  .card { background: #1f2937 !important; }
  .strong { color: #f9fafb !important; }
  .muted, .card td.muted { color: #d1d5db !important; }
  .link, .card td.plain, .plain { color: #93c5fd !important; }
  .card td.main, .main { color: #ffffff !important; }
}
`;
