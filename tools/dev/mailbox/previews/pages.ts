import { html, type Markup } from '../markup.ts';
import { page } from '../page.ts';
import type { Preview } from './render-previews.ts';

/** All samples by language and name. */
export function previewListPage(previews: readonly Preview[]): string {
  const languages = [...new Set(previews.map(({ language }) => language))];
  const lists = languages.map((language) => list(language, previews));
  const body = html`<p><a href="/">Mailbox</a></p>
    <h1>Samples of all mails</h1>
    <p class="muted">Rendered from the source at each visit. Dark mode follows the browser.</p>
    ${lists}`;
  return page({ title: 'Samples of all mails', body });
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

function list(shown: string, previews: readonly Preview[]): Markup {
  const items = previews
    .filter(({ language }) => language === shown)
    .map(
      ({ language, template, subject }) =>
        html`<li>
          <a href="/previews/${language}/${template}"
            ><strong lang="${language}">${subject}</strong><br />
            <span class="muted">${template}</span></a
          >
        </li>`,
    );
  return html`<h2>${languageNames.of(shown) ?? shown}</h2>
    <ul class="mails">
      ${items}
    </ul>`;
}

/** The links of a mail open in a tab of their own. */
const openLinks = 'allow-popups allow-popups-to-escape-sandbox';

/** One sample as a phone and a desk show it, and as text. */
export function previewPage({ language, template, subject, html: mail, text }: Preview): string {
  const body = html`<p><a href="/previews">Samples of all mails</a></p>
    <h1 lang="${language}">${subject}</h1>
    <p class="muted">${template}, ${languageNames.of(language) ?? language}</p>
    <h2>On a desk</h2>
    <iframe title="The mail on a desk" sandbox="${openLinks}" srcdoc="${mail}"></iframe>
    <h2>On a phone</h2>
    <iframe class="phone" title="The mail on a phone" sandbox="${openLinks}" srcdoc="${mail}"></iframe>
    <h2>As text</h2>
    <pre lang="${language}">${text}</pre>`;
  return page({ title: template, body });
}

/** What is said when there is no such template. */
export function missingPreviewPage(): string {
  const body = html`<h1>No such mail</h1>
    <p><a href="/previews">Samples of all mails</a></p>`;
  return page({ title: 'No such mail', body });
}
