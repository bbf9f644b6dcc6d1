import { describe, expect, it } from 'vitest';
import { mailSamples, sampleMoment, usualNames } from '../../../../test/mail-samples.ts';
import { templates, type MailTemplate } from './index.ts';
import { render } from './render-template.test-support.ts';

/** Gmail cuts a mail off behind 102 KB. */
const gmailLimit = 102 * 1024;

const all = Object.keys(templates) as MailTemplate[];
/** The team is written to in English. */
const translated = all.filter((template) => !template.endsWith('-admin'));
/** These go to an address that somebody typed, who may have chosen the name for whoever reads there. */
const namesNobody: MailTemplate[] = ['verify-email', 'reset-password', 'password-changed'];
const namesNoExpert: MailTemplate[] = ['dispute-admin', 'welcome', ...namesNobody];

/** In English to readers of whom nothing is known, as mails have always been. */
const inEnglish = { templates: all, snapshots: './snapshots', locale: undefined, lang: 'en' };
const inHindi = { templates: translated, snapshots: './snapshots/hi', locale: 'hi-IN', lang: 'hi' };
const words = {
  en: { team: 'Serene Wellbeing Team', atOnce: /instant|immediately|right away|at once/i, refund: /refund/i },
  hi: { team: 'Serene Wellbeing टीम', atOnce: /तुरंत|तत्काल|फ़ौरन|झटपट/, refund: /वापस/ },
};

describe.each([
  ['English', inEnglish, words.en],
  ['Hindi', inHindi, words.hi],
] as const)('every mail in %s', (_, { templates: some, snapshots, locale, lang }, { team, atOnce, refund }) => {
  const names = { ...usualNames, ...(locale && { locale }) };
  const mails = some.map((template) => ({
    template,
    data: (others = {}) => mailSamples[template]({ ...names, ...others }),
  }));

  it.each(mails)('$template reads well', async ({ template, data }) => {
    const { html, subject, text, attachments } = render(template, data(), sampleMoment);
    const [, preheader = ''] = /data-skip-in-text="true">([^<]*)</.exec(html) ?? [];

    const head = [`Subject: ${subject}`, `Preheader: ${unescaped(preheader)}`];
    const files = attachments.map(({ filename, contentType }) => `Attachment: ${filename}, ${contentType}`);
    await expect([...head, ...files, '', text].join('\n')).toMatchFileSnapshot(`${snapshots}/${template}.txt`);
  });

  it.each(mails)('$template says in its text all that its HTML says, and links alike', ({ template, data }) => {
    const { html, text } = render(template, data());

    const links = [...html.matchAll(/href="(https:[^"]+)"/g)].map(([, url]) => url);
    for (const url of links) expect(text).toContain(url);
    for (const line of shownLines(html)) expect(text).toContain(line);
  });

  it.each(mails)(
    '$template is a page on its own: links lead to the web app or to support, nothing is loaded',
    (mail) => {
      const { html } = render(mail.template, mail.data());

      for (const [, url] of html.matchAll(/href="([^"]*)"/g)) {
        expect(url).toMatch(/^(https:\/\/serene\.example\.com(\/|$)|mailto:support@example\.com$)/);
      }
      expect(html).not.toMatch(/<(img|link|script|iframe|form|base)\b| on\w+=|\ssrc=|url\(/);
      expect(Buffer.byteLength(html)).toBeLessThan(gmailLimit);
    },
  );

  it.each(mails)('$template takes names as text', ({ template, data }) => {
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
    const named = !namesNobody.includes(template);
    expect(text.includes('Bob Bcc: all@example.com Pay here: <b>evil</b> & co')).toBe(named);
    expect(/Bob|evil/.test(text + html + subject)).toBe(named);
    expect(text + html + subject).not.toContain('\u202E');
  });

  it.each(mails)('$template carries the brand and the support address', ({ template, data }) => {
    const { html, text } = render(template, data({ expert: 'E', customer: 'C' }));

    expect(html).toContain('mailto:support@example.com');
    expect(text).toContain('support@example.com');
    expect(html).toContain(team);
  });

  it.each(mails)('$template names its language', ({ template, data }) => {
    const { html } = render(template, data());

    expect(html).toContain(`<html dir="ltr" lang="${lang}">`);
    expect(html).toContain(`<div lang="${lang}" dir="ltr">`);
  });

  it.each(mails)('$template never promises that money comes at once', ({ template, data }) => {
    const { text } = render(template, data({ expert: 'E', customer: 'C' }));
    expect(text).not.toMatch(atOnce);
  });

  it.each(mails.filter(({ template }) => template.endsWith('-expert')))(
    '$template tells the expert nothing of refunds',
    ({ template, data }) => {
      const { subject, text } = render(template, data({ expert: 'E', customer: 'C' }));
      expect(subject + text).not.toMatch(refund);
    },
  );
});

/** What stays as it is in every language: addresses, ids, zones, currencies, names, and the people's own words. */
const untranslated =
  /https:\S+|\S+@example\.com|\b(?:SER|order|rfnd)[-_]\w+|\b[A-Z]\w+\/[\w/]+|\b[A-Z]{3}\b|\b[CS]GST\b|\b[ap]m\b|Dr\. Meera Nair|Asha Rao|Serene Wellbeing|On leave|A cold/g;

it.each(translated)('%s has nothing of English left in Hindi', (template) => {
  const { subject, text, attachments } = render(template, mailSamples[template]({ ...usualNames, locale: 'hi-IN' }));

  const entry = attachments.map(({ content }) => /^SUMMARY:.*$/m.exec(content)?.[0].slice('SUMMARY:'.length) ?? '');
  const shown = [subject, text, ...entry].join('\n').replaceAll(untranslated, '');
  expect(shown.match(/[A-Za-z]+/g)).toBeNull();
});

it.each(['refund-failed-admin', 'dispute-admin'] as const)('%s goes to the team in English', (template) => {
  const read = (locale?: string) =>
    render(template, mailSamples[template]({ ...usualNames, ...(locale && { locale }) }));

  expect(read('hi-IN')).toEqual(read());
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
