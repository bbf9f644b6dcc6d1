import { expect, it } from 'vitest';
import { linkMailData } from '../../../../test/mail-data.ts';
import { render } from './render-template.test-support.ts';

const reader = { timezone: 'America/New_York' };

it('tells apart the two 01:30 of an autumn night, at either of which a link may end', () => {
  const read = (expiresAt: string) =>
    render('reset-password', linkMailData({ reader, expiresAt: new Date(expiresAt) })).text;

  expect(read('2026-11-01T05:30:00Z')).toContain('1 November 2026, 01:30 Eastern Daylight Time (America/New_York)');
  expect(read('2026-11-01T06:30:00Z')).toContain('1 November 2026, 01:30 Eastern Standard Time (America/New_York)');
});

it.each(['verify-email', 'reset-password'] as const)('%s reads a row of before, which holds a name', (template) => {
  const row = linkMailData({ reader });

  expect(render(template, { ...row, reader: { ...reader, name: 'Asha Rao' } })).toEqual(render(template, row));
});
