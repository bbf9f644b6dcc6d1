import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { models } from './models.ts';

const src = fileURLToPath(new URL('.', import.meta.url));

describe('the models', () => {
  it('are all registered, or else the indexes of one would be missing without a word (T6)', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.ts$/.test(file),
    );
    const made = files.flatMap((file) => {
      const code = readFileSync(`${src}${file}`, 'utf8');
      return [...code.matchAll(/= model(?:<[^>]*>)?\(\s*'(\w+)'/g)].map(([, name = '']) => name);
    });

    expect(models.map(({ modelName }) => modelName).toSorted()).toEqual(made.toSorted());
  });
});
