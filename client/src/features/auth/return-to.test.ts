import type { User } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { readReturnTo } from './return-to.ts';
import { signInPath } from './sign-in-path.ts';

const returnTo = (path: string, roles: User['roles'] = ['customer']) =>
  readReturnTo(new URLSearchParams(path.split('?')[1]), { roles });

describe('the way back after signing in', () => {
  it('leads to the very place, with its choices', () => {
    const place = '/experts/dr-khan?book=1&step=confirm&slot=2026-01-15T08:30:00.000Z';

    expect(returnTo(signInPath(place))).toBe(place);
  });

  it.each([
    'https://elsewhere.example.com',
    '//elsewhere.example.com',
    '/\\elsewhere.example.com',
    '/\t/elsewhere.example.com',
    '/.//elsewhere.example.com',
    'javascript:x',
  ])('never leads to another site: %s', (place) => {
    expect(returnTo(signInPath(place))).toBe('/dashboard');
  });

  it('without a place to go back to leads to the person’s own dashboard', () => {
    expect(returnTo('/login', ['customer'])).toBe('/dashboard');
    expect(returnTo('/login', ['customer', 'expert'])).toBe('/expert/dashboard');
  });
});
