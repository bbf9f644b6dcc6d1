import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import compile from 'icu-minify/compile';
import type { CompiledMessage } from 'icu-minify/format';
import type { Plugin } from 'vite';
import { z } from 'zod';

const englishFile = fileURLToPath(new URL('src/messages/en.json', import.meta.url));
const catalogueSchema = z.object({ messages: z.record(z.string(), z.string()) });

/**
 * Compiles ICU messages into what the small formatter in the browser reads, so that the parser stays at home.
 * - English goes to where it is said: `t('booking.next')` becomes `t(['booking.next', 'Next'])`. Each page carries its
 *   own words only, and nobody waits for a catalogue.
 * - Another language is a module: `import catalogue from './hi.json?compiled'`.
 *
 * An unknown key, or a message that is not ICU, fails the build.
 */
export function compileMessages(): Plugin[] {
  return [
    {
      name: 'messages-in-english',
      enforce: 'pre',
      transform: {
        filter: { id: /\.tsx?$/, code: /translate\.ts'/ },
        handler(code) {
          this.addWatchFile(englishFile);
          const english = readCatalogue(readFileSync(englishFile, 'utf8'));
          const spoken = code.replaceAll(/\bt\(\s*'([^']+)'/g, (_, key: string) => {
            const message = english.get(key);
            if (message === undefined) throw new Error(`There is no message "${key}".`);
            return `t([${JSON.stringify(key)}, ${JSON.stringify(message)}]`;
          });
          return { code: spoken, map: null };
        },
      },
    },
    {
      name: 'messages-in-other-languages',
      enforce: 'pre',
      transform: {
        filter: { id: /\.json\?compiled$/ },
        handler: (code) => {
          const catalogue = JSON.stringify(Object.fromEntries(readCatalogue(code)));
          return { code: `export default ${catalogue}`, map: null, moduleType: 'js' };
        },
      },
    },
  ];
}

function readCatalogue(json: string): Map<string, CompiledMessage> {
  const { messages } = catalogueSchema.parse(JSON.parse(json));
  return new Map(Object.entries(messages).map(([key, message]) => [key, compileMessage(key, message)]));
}

function compileMessage(key: string, message: string): CompiledMessage {
  try {
    return compile(message);
  } catch (cause) {
    throw new Error(`The message "${key}" is not ICU.`, { cause });
  }
}
