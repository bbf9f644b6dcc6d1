import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-fault.ts';

const owner = { name: 'Asha Rao', email: 'asha.rao@mail.example.com' };

describe('a password that is chosen', () => {
  it.each([
    ['a common one', 'administrator'],
    ['a common one in capitals with a year', 'SUNSHINE2026!!'],
    ['a common one with signs for letters', 'P@ssw0rd-2024'],
    ['a common one backwards', 'drowssap1234'],
    ['a common one twice', 'monkeymonkey'],
    ['a common one in parts', 'pass word 1234'],
    ['a common one among keys in a row', 'qwerty-football-12'],
  ])('is refused when it is %s', async (_what, password) => {
    expect(await passwordFault(password, owner)).toContain('many people use');
  });

  it.each([
    ['one character', 'aaaaaaaaaaaaa'],
    ['spaces', ' '.repeat(14)],
    ['characters that nobody sees', '\u200B\u2060'.repeat(8)],
    ['two characters', '121212121212'],
    ['letters in their order', 'abcdefghijklmn'],
    ['digits backwards, twice', '987654321987654321'],
    ['each digit twice', '11223344556677'],
    ['keys in a row', 'qwertyuiop[]'],
    ['keys in a row with shift', '!@#$%^&*()_+'],
    ['full-width digits', '１２３４５６７８９０１２'],
  ])('is refused when it is %s', async (_what, password) => {
    expect(await passwordFault(password, owner)).toMatch(/one character|many people use/);
  });

  it.each([
    ['the address', 'asha.rao@mail.example.com'],
    ['the address in capitals with a digit', 'Asha.Rao@Mail.Example.com7'],
    ['the name and a year', 'Asha Rao 2026!'],
    ['the name and a birthday', 'AshaRao-12.04.90'],
    ['the name backwards', 'oaR-ahsA-1234'],
    ['the name with signs for letters', '@5ha-r4o-!!!!'],
    ['the name again and again', 'raoasharaoasha'],
  ])('is refused when it is %s', async (_what, password) => {
    expect(await passwordFault(password, owner)).toContain('your name or email address');
  });

  it('is refused when it is a name in another script', async () => {
    expect(await passwordFault('आशा राव आशा राव 1', { name: 'आशा राव', email: 'a@example.com' })).toContain(
      'your name',
    );
    expect(await passwordFault('王小明王小明王小明 2026', { name: '王小明', email: 'w@example.com' })).toContain(
      'your name',
    );
  });

  it.each([
    'serene-demo-2026',
    'x1Y'.repeat(42),
    'correct horse battery staple',
    'asha waters the garden',
    'w4tX9!plQz7m',
    '847293650182',
    'пароль-очень-длинный',
    'मेरा लंबा पासवर्ड',
  ])('may be %s', async (password) => {
    expect(await passwordFault(password, owner)).toBeNull();
  });

  it('may be any that a program made', async () => {
    for (let round = 0; round < 200; round += 1) {
      expect(await passwordFault(randomBytes(15).toString('base64url'), owner)).toBeNull();
    }
  });
});
