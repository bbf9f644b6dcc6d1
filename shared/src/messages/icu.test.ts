import { expect, it } from 'vitest';
import { differingIn } from './icu.test-support.ts';

it('two languages differ in what they fill in and in what they choose among, not in their words', () => {
  const english = { words: 'Hi {name}', choice: '{by, select, expert {They} other {You}}', name: '{date}' };
  const hindi = { words: 'नमस्ते {name}', choice: '{by, select, exprt {वे} other {आप}}', name: '{day}' };

  expect(differingIn(english, hindi)).toEqual(['choice', 'name']);
});
