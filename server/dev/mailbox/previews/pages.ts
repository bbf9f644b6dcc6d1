import { html } from '../markup.ts';
import { page } from '../page.ts';
import type { Preview } from './render-previews.ts';

/** All samples by name. */
export function previewListPage(previews: readonly Preview[]): string {
  const items = previews.map(
    ({ template, subject }) =>
      html`<li>
        <a href="/previews/${template}"
          ><strong>${subject}</strong><br />
          <span class="muted">${template}</span></a
        >
      </li>`,
  );
  const body = html`<p><a href="/">Mailbox</a></p>
    <h1>Samples of all mails</h1>
    <p class="muted">Rendered from the source at each visit. Dark mode follows the browser.</p>
    <ul class="mails">
      ${items}
    </ul>`;
  return page({ title: 'Samples of all mails', body });
}

/** The links of a mail open in a tab of their own. */
const openLinks = 'allow-popups allow-popups-to-escape-sandbox';

/** One sample as a phone and a desk show it, and as text. */
export function previewPage({ template, subject, html: mail, text }: Preview): string {
  const body = html`<p><a href="/previews">Samples of all mails</a></p>
    <h1>${subject}</h1>
    <p class="muted">${template}</p>
    <h2>On a desk</h2>
    <iframe title="The mail on a desk" sandbox="${openLinks}" srcdoc="${mail}"></iframe>
    <h2>On a phone</h2>
    <iframe class="phone" title="The mail on a phone" sandbox="${openLinks}" srcdoc="${mail}"></iframe>
    <h2>As text</h2>
    <pre>${text}</pre>`;
  return page({ title: template, body });
}

/** What is said when there is no such template. */
export function missingPreviewPage(): string {
  const body = html`<h1>No such mail</h1>
    <p><a href="/previews">Samples of all mails</a></p>`;
  return page({ title: 'No such mail', body });
}
