import { html, type Markup } from './markup.ts';
import type { Message } from './message.ts';
import { page } from './page.ts';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

/** Reloads the list when mail has come, unless somebody is just moving through it: then it only says so. */
const refresher: Markup = {
  markup: `<script type="module">
const shown = document.body.dataset.latest;
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch('/api/latest').catch(() => null);
  if (!answer?.ok || (await answer.json()).id === shown) return;
  if (document.activeElement === document.body) location.reload();
  else document.querySelector('[role=status]').innerHTML = '<a href="/">New mail has come: show it</a>';
}, 2000);
</script>`,
};

/** All mails, the newest first. */
export function listPage(messages: readonly Message[]): string {
  const latest = messages.at(-1)?.id ?? '';
  const mails = messages.toReversed().map(
    (message) =>
      html`<li>
        <a href="/messages/${message.id}"
          ><strong>${subjectOf(message)}</strong><br />
          <span class="muted">To ${message.to}, ${moment(message)}${clip(message)}</span></a
        >
      </li>`,
  );
  const body = html`<div class="bar">
      <h1>Mailbox</h1>
      <form method="post" action="/clear"><button>Delete all</button></form>
    </div>
    <p class="muted">
      Every mail that Serene sends on this machine ends here; none leaves it.
      <a href="/previews">Samples of all mails</a> <span role="status"></span>
    </p>
    ${
      mails.length === 0
        ? html`<p>No mail yet.</p>`
        : html`<ul class="mails">
            ${mails}
          </ul>`
    }${refresher}`;
  return page({ title: 'Mailbox', body, latest });
}

/** One mail with all that is in it. */
export function messagePage(message: Message): string {
  const rows: [string, string][] = [
    ['From', message.from],
    ['To', message.to],
    ['Reply to', message.replyTo],
    ['Received', moment(message)],
    ['Message-ID', message.messageId],
  ];
  const body = html`<p><a href="/">All mails</a></p>
    <h1>${subjectOf(message)}</h1>
    <dl>
      ${rows
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
    ${attachments(message)}
    ${
      message.html === ''
        ? html``
        : html`<h2>As HTML</h2>
            <iframe title="The mail as HTML" src="/messages/${message.id}/html"></iframe>`
    }
    ${
      message.text === ''
        ? html``
        : html`<h2>As text</h2>
            <pre>${message.text}</pre>`
    }
    <details>
      <summary>All headers</summary>
      <dl>
        ${Object.entries(message.headers).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </details>`;
  return page({ title: subjectOf(message), body, latest: message.id });
}

/** What is said when there is no such mail (any more). */
export function missingPage(): string {
  const body = html`<h1>No such mail</h1>
    <p>It may have been deleted. <a href="/">All mails</a></p>`;
  return page({ title: 'No such mail', body });
}

function attachments({ id, attachments: files }: Message): Markup {
  if (files.length === 0) return html``;
  const links = files.map(
    ({ filename, contentType }, index) =>
      html`<li>
        <a href="/messages/${id}/attachments/${index}" download="${filename}">${filename}</a>
        <span class="muted">${contentType}</span>
      </li>`,
  );
  return html`<h2>Attachments</h2>
    <ul>
      ${links}
    </ul>`;
}

function subjectOf({ subject }: Message): string {
  return subject === '' ? '(no subject)' : subject;
}

function moment({ receivedAt }: Message): string {
  return `${time.format(new Date(receivedAt))} UTC`;
}

function clip({ attachments: files }: Message): string {
  if (files.length === 0) return '';
  return files.length === 1 ? ', 1 attachment' : `, ${files.length} attachments`;
}
