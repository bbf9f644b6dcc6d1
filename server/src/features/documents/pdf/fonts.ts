import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

/**
 * Noto Sans: Latin, Devanagari, Greek and Cyrillic letters and the rupee sign in one font. Letters of other scripts print
 * as an empty box; the e-mail address beside a name always prints.
 */
const files = {
  regular: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
};
export type FontName = keyof typeof files;

const parsed = new Map<FontName, Font>();

/**
 * A font for one document. Parsing takes several times as long as printing, so it happens once in a process. A glyph,
 * however, keeps the letters that it first stood for, also when it was first met as a part of another one: if documents
 * shared them, one would change the searchable text of the next. So each document gets a view of the parsed font with
 * glyphs of its own.
 */
export function openFont(name: FontName): Font {
  return Object.create(parsedFont(name), { _glyphs: { value: {} } });
}

function parsedFont(name: FontName): Font {
  const known = parsed.get(name);
  if (known) return known;
  const font = create(readFileSync(files[name]));
  if (!('layout' in font)) throw new TypeError(`${files[name]} holds several fonts.`);
  parsed.set(name, font);
  return font;
}

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** Takes a parsed font since 0.20, which the package's types do not say. */
      registerFont(name: string, font: Font): this;
    }
  }
}
