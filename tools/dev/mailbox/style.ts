import type { Markup } from './markup.ts';

/** The look of the mailbox: the product's colours, readable from 320 px on, light and dark. */
export const style: Markup = {
  markup: `
:root { color-scheme: light dark; --bg: #f7f9fb; --surface: #fff; --ink: #16202c; --muted: #4d5b6b; --line: #d9e1ea; --link: #1d4ed8; --focus: #2563eb; }
@media (prefers-color-scheme: dark) { :root { --bg: #0e141b; --surface: #151d27; --ink: #e8eef5; --muted: #a9b6c4; --line: #2c3947; --link: #93c5fd; --focus: #93c5fd; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 16px; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 24px 0 8px; }
a { color: var(--link); }
a, button, summary { min-height: 44px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.bar { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; }
button { font: inherit; padding: 8px 16px; border: 1px solid var(--muted); border-radius: 8px; background: var(--surface); color: var(--ink); cursor: pointer; }
.mails { list-style: none; margin: 16px 0; padding: 0; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: block; padding: 12px 16px; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.mails a:hover strong { text-decoration: underline; }
.muted { color: var(--muted); font-size: .875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
iframe.phone { width: 390px; max-width: 100%; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); margin: 0; }
summary { padding: 8px 0; cursor: pointer; }
`,
};
