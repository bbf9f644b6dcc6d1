import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

/** One weight of each, but for the letters of most documents: Noto Sans has Latin, Greek, Cyrillic and Devanagari. */
const files = {
  regular: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  bengali: require.resolve('@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf'),
  gujarati: require.resolve('@expo-google-fonts/noto-sans-gujarati/400Regular/NotoSansGujarati_400Regular.ttf'),
  gurmukhi: require.resolve('@expo-google-fonts/noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf'),
  kannada: require.resolve('@expo-google-fonts/noto-sans-kannada/400Regular/NotoSansKannada_400Regular.ttf'),
  malayalam: require.resolve('@expo-google-fonts/noto-sans-malayalam/400Regular/NotoSansMalayalam_400Regular.ttf'),
  meeteiMayek:
    require.resolve('@expo-google-fonts/noto-sans-meetei-mayek/400Regular/NotoSansMeeteiMayek_400Regular.ttf'),
  odia: require.resolve('@expo-google-fonts/noto-sans-oriya/400Regular/NotoSansOriya_400Regular.ttf'),
  olChiki: require.resolve('@expo-google-fonts/noto-sans-ol-chiki/400Regular/NotoSansOlChiki_400Regular.ttf'),
  tamil: require.resolve('@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf'),
  telugu: require.resolve('@expo-google-fonts/noto-sans-telugu/400Regular/NotoSansTelugu_400Regular.ttf'),
  arabic: require.resolve('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf'),
  han: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  hangul: require.resolve('@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
  emoji: require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
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
  const font: Font = Object.create(parsedFont(name), { _glyphs: { value: {} } });
  placeMarks(font);
  const layout = font.layout.bind(font);
  font.layout = (...parameters) => {
    const run = layout(...parameters);
    // A part of a letter that its font draws apart stands for nothing; left empty, readers would take its number for a letter.
    // The glyph stays as it is: fontkit would print a blank in place of one that stands for a space without width.
    run.glyphs = run.glyphs.map((glyph) =>
      glyph.codePoints.length > 0 ? glyph : Object.create(glyph, { codePoints: { value: [zeroWidthSpace] } }),
    );
    return run;
  };
  return font;
}

const zeroWidthSpace = 0xfeff;

/** A mark for which a letter has no place ends fontkit with a TypeError; as in other shapers, the rule is passed over. */
function placeMarks(font: Font): void {
  const rules = font._layoutEngine.engine?.GPOSProcessor;
  if (!rules) return;
  const apply = rules.applyLookup.bind(rules);
  rules.applyLookup = (...rule) => {
    try {
      return apply(...rule);
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  };
}

/** The font that all documents share, to ask what it has. It is read when a document first needs it. */
export function parsedFont(name: FontName): Font {
  const known = parsed.get(name);
  if (known) return known;
  const font = create(readFileSync(files[name]));
  if (!('layout' in font)) throw new TypeError(`${files[name]} holds several fonts.`);
  parsed.set(name, font);
  return font;
}

declare module 'fontkit' {
  interface Font {
    /** What shapes a text, which the package's types leave out. */
    readonly _layoutEngine: {
      engine?: { GPOSProcessor?: { applyLookup(type: number, table: object): boolean } };
    };
  }
}

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** Takes a parsed font since 0.20, which the package's types do not say. */
      registerFont(name: string, font: Font): this;
    }
  }
}
