import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, type ESTree } from 'vite';

const root = join(import.meta.dirname, '..');

/** A module of the app as its syntax tree; `place` names a node of it for people. */
export type Source = { file: string; program: ESTree.Program; place: (node: { start: number }) => string };

/** Every module that reaches the browser. */
export function appSources(): Source[] {
  return sourcesUnder(root).filter(({ file }) => !/^(testing|development)\//.test(file));
}

/** The modules of a folder, but its tests, whose text mentions something. */
export function sourcesUnder(folder: string, mentioned = /(?:)/): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test(-support)?\.tsx?$|\.d\.ts$/.test(file))
    .map((file) => ({ file, code: readFileSync(join(folder, file), 'utf8') }))
    .filter(({ code }) => mentioned.test(code))
    .map(({ file, code }) => {
      const { program, errors } = parseSync(file, code);
      if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
      return { file, program, place: ({ start }) => `${file}:${code.slice(0, start).split('\n').length}` };
    });
}
