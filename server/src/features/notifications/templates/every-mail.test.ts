import { describe, expect, it } from 'vitest';
import { mailSamples, sampleMoment } from '../../../../test/mail-samples.ts';
import { templates, type MailTemplate } from './index.ts';
import { render } from './render-template.test-support.ts';

/** Gmail cuts a mail off behind 102 KB. */
const gmailLimit = 102 * 1024;

const namesNoExpert: MailTemplate[] = ['dispute-admin', 'verify-email', 'reset-password', 'welcome'];

describe('every mail', () => {
  const all = (Object.keys(templates) as MailTemplate[]).map((template) => ({ template, data: mailSamples[template] }));

  it.each(all)('$template reads well', async ({ template, data }) => {
    const { html, subject, text, attachments } = render(template, data(), sampleMoment);
    const [, preheader = ''] = /data-skip-in-text="true">([^<]*)</.exec(html) ?? [];

    const head = [`Subject: ${subject}`, `Preheader: ${unescaped(preheader)}`];
    const files = attachments.map(({ filename, contentType }) => `Attachment: ${filename}, ${contentType}`);
    await expect([...head, ...files, '', text].join('\n')).toMatchFileSnapshot(`./snapshots/${template}.txt`);
  });

  it.each(all)('$template says in its text all that its HTML says, and links alike', ({ template, data }) => {
    const { html, text } = render(template, data());

    const links = [...html.matchAll(/href="(https:[^"]+)"/g)].map(([, url]) => url);
    for (const url of links) expect(text).toContain(url);
    for (const line of shownLines(html)) expect(text).toContain(line);
  });

  it.each(all)('$template is a page on its own: links lead to the web app or to support, nothing is loaded', (mail) => {
    const { html } = render(mail.template, mail.data());

    for (const [, url] of html.matchAll(/href="([^"]*)"/g)) {
      expect(url).toMatch(/^(https:\/\/serene\.example\.com(\/|$)|mailto:support@example\.com$)/);
    }
    expect(html).not.toMatch(/<(img|link|script|iframe|form|base)\b| on\w+=|\ssrc=|url\(/);
    expect(Buffer.byteLength(html)).toBeLessThan(gmailLimit);
  });

  it.each(all)('$template takes names as text', ({ template, data }) => {
    const { html, subject, text } = render(
      template,
      data({
        expert: '<script>alert(1)</script>"onload="x',
        customer: 'Bob\r\nBcc: all@example.com\r\n\r\nPay here:\u202E <b>evil</b> & co',
      }),
    );

    expect(html).not.toMatch(/<script|<b>|"onload/);
    // Mails about a dispute or an account name no expert.
    const printed = html.includes('&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&quot;x');
    expect(printed).toBe(!namesNoExpert.includes(template));
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain('Bob Bcc: all@example.com Pay here: <b>evil</b> & co');
    expect(text + html + subject).not.toContain('\u202E');
  });

  it.each(all)('$template carries the brand and the support address', ({ template, data }) => {
    const { html, text } = render(template, data({ expert: 'E', customer: 'C' }));

    expect(html).toContain('mailto:support@example.com');
    expect(text).toContain('support@example.com');
    expect(html).toContain('Serene Wellbeing Team');
  });

  it.each(all)('$template never promises that money comes at once', ({ template, data }) => {
    const { text } = render(template, data({ expert: 'E', customer: 'C' }));
    expect(text).not.toMatch(/instant|immediately|right away|at once/i);
  });

  it.each(all.filter(({ template }) => template.endsWith('-expert')))(
    '$template tells the expert nothing of refunds',
    ({ template, data }) => {
      const { subject, text } = render(template, data({ expert: 'E', customer: 'C' }));
      expect(subject + text).not.toMatch(/refund/i);
    },
  );
});

/** The lines of a mail's page that somebody sees: without the preheader and what only Outlook reads. */
function shownLines(html: string): string[] {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|title)>[\s\S]*?<\/\1>/g, '')
    .replace(/<div[^>]*data-skip-in-text[\s\S]*?<\/div>/, '')
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .map((line) => unescaped(line.replace(/^\s*·|·\s*$/g, '').trim()))
    .filter((line) => line !== '' && line !== '.');
}

function unescaped(markup: string): string {
  return markup.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
