import { dark } from './colours.ts';

/**
 * The colours of the night, for programs that ask the reader's system. `!important`, since the inline styles stand for
 * everybody else; apart from the rest, since Gmail leaves out a whole sheet for one thing that it does not know.
 */
export const nightStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: ${dark.page} !important; }
  .card { background-color: ${dark.card} !important; border-color: ${dark.line} !important; }
  .panel { background-color: ${dark.panel} !important; }
  .ink { color: ${dark.ink} !important; }
  .muted { color: ${dark.muted} !important; }
  .link { color: ${dark.link} !important; }
  .main { background-color: ${dark.primary} !important; color: ${dark.onPrimary} !important; }
  .plain { background-color: ${dark.soft} !important; color: ${dark.link} !important; }
}
`;

/** Narrow margins, buttons across the whole card, and room for an order id of 20 characters on one line. */
export const phoneStyles = `
@media (max-width: 480px) {
  .gutter { padding: 16px 8px !important; }
  .card { padding: 24px 16px !important; }
  .label { width: 84px !important; padding-left: 12px !important; padding-right: 8px !important; }
  .value { padding-right: 8px !important; }
  .button { display: block !important; margin-right: 0 !important; }
}
`;

/**
 * For the Outlook that draws with Word, which knows no `max-width`, no list of fonts, and scales pictures and padding by
 * the screen's density. React writes no comments, so this is put into the head afterwards.
 */
export const outlookHead = `<!--[if mso]>
<xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>
<style>.column { width: 560px !important; } td, p, h2, li, a { font-family: 'Segoe UI', 'Nirmala UI', Arial, sans-serif !important; }</style>
<![endif]-->`;
