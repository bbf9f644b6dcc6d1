import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from './run.mjs';

/** What `docs/voice.md` retires, by where it is looked for. */
const texts = [
  /(?<![\w-])e-mail(?!\w)/i,
  /[\d}] %/,
  /\bwhoever\b/i,
  /\bsomebody else['’]s\b/i,
  /\banew\b/i,
  /\bwhat became of\b/i,
  /\bone press\b/i,
  /\bleads to nothing\b/i,
  /\bis another one now\b/i,
];
const readerTexts = [
  ...texts,
  // Mail as a medium stays: mail programs, mail servers.
  /\bmails\b|\b(?:an?|the|this|every|other|by) mail\b(?! (?:program|server|service))/i,
  /\bby (?:itself|themselves)\b/i,
  /\b(?:money|price|amount)\b[^.]*\b(?:comes?|goe?s?) back\b/i,
  /\bwhat it is about\b/i,
  /\bthe one that\b/i,
  /\bas well\b[^.]*\bas well\b/i,
];
const messages = [
  ...readerTexts,
  // "Client Details" and "View Client Profile" are names that emails keep.
  /\bclients?\b(?! (?:details|profile))/i,
  /\bwithout a yes\b/i,
  /\bbelong together\b/i,
  /\blets go of\b/i,
  /\bas you have seen\b/i,
  /\bas it was before\b/i,
];
const code = [/(?<![\w-])e-mail(?!\w)/i];

const catalogs = ['client/src/messages/en.json', 'server/src/features/notifications/words/en.json'];
const readerPages = ['README.md', 'CHANGELOG.md'];
const pages = ['CONTRIBUTING.md', ...filesOf('docs', /\.md$/).filter((file) => file !== 'docs/voice.md')];
const sources = ['client', 'server', 'shared', 'e2e'].flatMap((folder) => filesOf(folder, /\.tsx?$/));
const speaking = sources.filter((file) => /^(?:server|shared)\/src\/(?!.*\.test)/.test(file));

describe('a retired spelling', () => {
  it.each([
    ['Enter an e-mail address', messages],
    ['{percent} % of the price come back.', messages],
    ['The client gets a refund', messages],
    ['This mail has not reached you', readerTexts],
    ['The amount comes back by itself', readerTexts],
    ['Whoever reads it', texts],
    ['/** An e-mail address. */', code],
  ])('is found in "%s"', (text, retired) => {
    expect(faultsIn('example', text, retired)).toEqual([`example:1 ${text}`]);
  });

  it.each(['Email {email}', 'a mail program', '50% is refunded', 'Client details', 'Go back', "'before-mail'"])(
    'is not "%s"',
    (text) => {
      expect(faultsIn('example', text, messages)).toEqual([]);
    },
  );

  it('is in no message', () => {
    // The key of a message is a name in code.
    const withoutKeys = (/** @type {string} */ text) => text.replaceAll(/^ *"[\w.-]+": /gm, '');

    expect(catalogs.flatMap((file) => faultsIn(file, withoutKeys(read(file)), messages))).toEqual([]);
  });

  it('is in no page', () => {
    expect(readerPages.flatMap((file) => faultsIn(file, prose(read(file)), readerTexts))).toEqual([]);
    expect(pages.flatMap((file) => faultsIn(file, prose(read(file)), texts))).toEqual([]);
  });

  it('is in no string of the API or of an email', () => {
    expect(speaking.flatMap((file) => faultsIn(file, stringsOf(read(file)), texts))).toEqual([]);
  });

  it('is nowhere in the code, comments included', () => {
    expect(sources.flatMap((file) => faultsIn(file, read(file), code))).toEqual([]);
  });
});

/**
 * `file:line text` for each line that has a retired spelling.
 * @param {string} file
 * @param {string} text
 * @param {readonly RegExp[]} retired
 */
function faultsIn(file, text, retired) {
  return text
    .split('\n')
    .flatMap((line, index) => (retired.some((word) => word.test(line)) ? [`${file}:${index + 1} ${line.trim()}`] : []));
}

/**
 * A page without its code and without the names of tests it quotes, line by line.
 * @param {string} text
 */
function prose(text) {
  const hidden = (/** @type {string} */ piece) => piece.replaceAll(/[^\n]/g, ' ');
  return text.replaceAll(/^```[^]*?^```|`[^`\n]*`|"[^"\n]*"|“[^”\n]*”|\]\([^)\n]*\)/gm, hidden);
}

/**
 * The string literals of a module, line by line; comments are left out.
 * @param {string} text
 */
function stringsOf(text) {
  return text
    .split('\n')
    .map((line) => (/^\s*(?:\/?\*|\/\/)/.test(line) ? '' : line.replace(/ \/\/ .*$/, '')))
    .map((line) => (line.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/g) ?? []).join(' '))
    .join('\n');
}

/**
 * @param {string} folder
 * @param {RegExp} name
 */
function filesOf(folder, name) {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => name.test(file) && !/\/(?:node_modules|dist)\//.test(file));
}

/** @param {string} file */
function read(file) {
  return readFileSync(`${root}${file}`, 'utf8');
}
