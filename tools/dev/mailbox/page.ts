import { html, type Markup } from './markup.ts';
import { style } from './style.ts';

/** What surrounds every page of the mailbox. `latest` is the newest mail that the page knows. */
export function page({ title, body, latest = '' }: { title: string; body: Markup; latest?: string }): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Serene mailbox</title>
        <style>
          ${style}
        </style>
      </head>
      <body data-latest="${latest}">
        <main>${body}</main>
      </body>
    </html>`.markup;
}
