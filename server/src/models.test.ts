import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { models } from './models.ts';

const src = fileURLToPath(new URL('.', import.meta.url));

/** The product's code, file by file. */
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.ts$/.test(file))
  .map((file) => ({ file, code: readFileSync(`${src}${file}`, 'utf8') }));

describe('the models', () => {
  it('are all registered, or else the indexes of one would be missing without a word (T6)', () => {
    const made = sources.flatMap(({ code }) =>
      [...code.matchAll(/= model(?:<[^>]*>)?\(\s*'(\w+)'/g)].map(([, name = '']) => name),
    );

    expect(models.map(({ modelName }) => modelName).toSorted()).toEqual(made.toSorted());
  });

  it('have schemas that the compiler holds against their rows, or else a forgotten field would be lost', () => {
    const unchecked = sources.filter(({ code }) => {
      const schemas = code.match(/new (?:Mongoose)?Schema</g) ?? [];
      return schemas.length !== (code.match(/satisfies SchemaFields</g) ?? []).length;
    });

    expect(unchecked.map(({ file }) => file)).toEqual([]);
  });
});
