import { describe, expect, it } from 'vitest';
import { brand } from '../../../../test/mail-data.ts';
import type { MailContent } from './content.ts';
import { renderMail } from './render-mail.ts';

function render(overrides: Partial<MailContent> = {}, changedBrand: Partial<typeof brand> = {}) {
  const content = { subject: 'News', preview: 'Some news', to: 'Asha Rao', blocks: [], attachments: [] };
  return renderMail({ ...content, ...overrides }, { brand: { ...brand, ...changedBrand }, language: 'en' });
}

describe('mail', () => {
  it('has a subject of one line, so that nothing in it begins a header', () => {
    const { subject } = render({ subject: 'News\r\nBcc: all@example.com\u2028\u0000\u202Etxt' });
    expect(subject).toBe('News Bcc: all@example.com txt');
  });

  it('escapes every value, wherever it stands', () => {
    const evil = '</title><script>alert("1")</script>';

    const { html } = render(
      {
        subject: evil,
        preview: evil,
        to: evil,
        blocks: [
          { kind: 'paragraph', text: evil },
          { kind: 'details', title: evil, rows: [[evil, evil]] },
          { kind: 'steps', title: `${evil} `, items: [evil] },
          { kind: 'links', title: ` ${evil}`, items: [{ label: evil, url: 'https://serene.example.com/?a="><b>' }] },
          { kind: 'buttons', items: [{ label: evil, url: 'https://serene.example.com/?a="><b>' }] },
        ],
      },
      { name: evil },
    );

    expect(html).not.toMatch(/<script|<b>|"1"/);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
  });

  it('says the same in its two bodies', () => {
    const { html, text } = render({
      blocks: [
        { kind: 'paragraph', text: 'It is so.' },
        { kind: 'details', title: 'Details', rows: [['Date', 'Today']] },
        { kind: 'steps', title: 'Steps', items: ['First this', 'Then that'] },
        { kind: 'links', title: 'Times', items: [{ label: 'Ten', url: 'https://serene.example.com/10' }] },
        { kind: 'buttons', items: [{ label: 'Open', url: 'https://serene.example.com/open' }] },
      ],
      footerLink: { label: 'Stop', url: 'https://serene.example.com/stop' },
    });

    expect(text).toBe(`Hi Asha Rao,

It is so.

Details:
- Date: Today

Steps:
1. First this
2. Then that

Times:
- Ten: https://serene.example.com/10

Open: https://serene.example.com/open

Questions? Reply to this email or contact support@example.com.

Best regards,
Serene Wellbeing Team

--
Serene Wellbeing
https://serene.example.com
Stop: https://serene.example.com/stop
`);
    for (const words of ['It is so.', 'Details', 'Today', 'Then that', '>Ten</a>', '>Open</span>', '>Stop</a>']) {
      expect(html).toContain(words);
    }
  });
});

describe('HTML of a mail', () => {
  it('bears the brand and the addresses of the configuration', () => {
    const { html } = render(
      {},
      { name: 'Calm Hours', supportEmail: 'help@example.com', frontendUrl: 'https://calm.example.com' },
    );

    expect(html).toContain('Calm Hours Team');
    expect(html).toContain('href="mailto:help@example.com"');
    expect(html).toContain('href="https://calm.example.com"');
    expect(html).not.toContain('Serene');
  });

  it('shows the preheader in inboxes only', () => {
    expect(render().html).toMatch(/<div style="display:none;[^"]*"[^>]*>Some news/);
  });

  it('says that it knows the dark, and has colours for it', () => {
    const { html } = render();

    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  it('has a width and padding that Outlook understands', () => {
    const { html } = render({
      blocks: [{ kind: 'buttons', items: [{ label: 'Open', url: 'https://x.example.com' }] }],
    });

    expect(html).toMatch(/<!--\[if mso\]>[\s\S]*\.column \{ width: 560px !important; \}[\s\S]*<!\[endif\]--><\/head>/);
    expect(html).toMatch(/href="https:\/\/x\.example\.com"[^>]*><span><!--\[if mso\]><i style="mso-font-width/);
  });

  it('names its language, and its subject as title', () => {
    const { html } = render({ subject: 'Your session is confirmed! 🎉' });

    expect(html).toMatch(/^<!doctype html>\n<html dir="ltr" lang="en">/);
    expect(html).toContain('<title>Your session is confirmed! 🎉</title>');
    expect(html).toContain('<div lang="en" dir="ltr">');
  });
});
