import { describe, expect, it } from 'vitest';
import { ownAddress } from './own-address.ts';

describe('an address from outside', () => {
  it.each([
    '/',
    '/dashboard?tab=past#top',
    '/experts/dr-khan?book=1&step=confirm&slot=2026-01-15T08:30:00.000Z',
    '/experts?search=a%2F%2Fb',
    '/%2F/elsewhere.example.com',
  ])('of a page of this site is kept: %s', (address) => {
    expect(ownAddress(address)).toBe(address);
  });

  it.each([
    ['nothing', null],
    ['no text', ''],
    ['another scheme', 'https://elsewhere.example.com/'],
    ['a script', 'javascript:alert(1)'],
    ['a script after a space', ' javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['a blob of this site', 'blob:http://localhost:3000/1'],
    ['a path without its slash', 'elsewhere.example.com'],
    ['two slashes', '//elsewhere.example.com'],
    ['three slashes', '///elsewhere.example.com'],
    ['a backslash', '/\\elsewhere.example.com'],
    ['two backslashes', '\\\\elsewhere.example.com'],
    ['a backslash first', '\\/elsewhere.example.com'],
    ['a tab between slashes', '/\t/elsewhere.example.com'],
    ['a line end between slashes', '/\n/elsewhere.example.com'],
    ['a carriage return and a backslash', '/\r\\elsewhere.example.com'],
    ['a tab before', '\t//elsewhere.example.com'],
    ['a null byte before', '\u0000//elsewhere.example.com'],
    ['a dot between slashes', '/.//elsewhere.example.com'],
    ['an encoded dot between slashes', '/%2e//elsewhere.example.com'],
    ['a step up', '/experts/..//elsewhere.example.com'],
    ['a step up over backslashes', '/x\\..\\\\elsewhere.example.com'],
    ['a user name', '//localhost:3000@elsewhere.example.com'],
    ['an unreadable host', '//['],
  ])('with %s is none of this site', (_, address) => {
    expect(ownAddress(address)).toBeNull();
  });
});
