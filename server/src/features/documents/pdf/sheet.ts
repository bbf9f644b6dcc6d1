import Pdf from 'pdfkit';
import { openFont, parsedFont, type FontName } from './fonts.ts';
import { linesOf, widthOf } from './lines.ts';
import { runsOf, type Run } from './scripts.ts';

export type TextStyle = { size: number; font?: FontName; color?: string };

/** A column, in points from the left edge. */
export type Column = { x: number; width: number; align?: 'left' | 'right' };

/** A4 in points. */
export const page = { width: 595.28, height: 841.89, margin: 56 };

/** With a list of features, though an empty one, pdfkit shapes a run as one, not word by word. */
const wholeRun = { features: [] };

/** One A4 page that is written from top to bottom. */
export class Sheet {
  readonly document: PDFKit.PDFDocument;
  /** How far down the page is written. */
  y = page.margin;
  readonly #opened = new Set<FontName>();

  constructor({ title, author, date }: { title: string; author: string; date: Date }) {
    this.document = new Pdf({
      size: 'A4',
      margin: 0,
      lang: 'en',
      displayTitle: true,
      // The date of the document, not of the download: its bytes must be the same each time.
      info: { Title: title, Author: author, CreationDate: date, ModDate: date },
    });
  }

  /** Writes a text below what was written, on as many lines as it needs. */
  write(text: string, column: Column, style: TextStyle): void {
    this.y = this.writeAt(this.y, text, { ...column, ...style });
  }

  /** Writes a text at a height of its own. @returns how far down it reaches */
  writeAt(y: number, text: string, { x, width, align = 'left', ...style }: Column & TextStyle): number {
    const { size, font = 'regular', color = '#0f172a' } = style;
    this.document.fillColor(color);
    const runs = runsOf(text, font);
    const plain = runs.every((run) => run.font === font && run.text === text);
    if (!plain) return this.#writeRuns(y, text, { x, width, align, size, font });
    this.#use(font, size).text(text, x, y, { width, align });
    return this.document.y;
  }

  /** Writes a text of several fonts. pdfkit knows one font a line, and would set words that read leftwards rightwards. */
  #writeRuns(
    y: number,
    text: string,
    { x, width, align, size, font }: Required<Column & Omit<TextStyle, 'color'>>,
  ): number {
    const measure = (run: Run) => this.#use(run.font, size).widthOfString(run.text, wholeRun);
    let top = y;
    for (const runs of linesOf(text, { width, measure, font })) {
      const fonts = runs.map((run) => parsedFont(run.font));
      const baseline = top + size * Math.max(...fonts.map(({ ascent, unitsPerEm }) => ascent / unitsPerEm));
      let left = align === 'right' ? x + width - widthOf(runs, measure) : x;
      for (const run of runs) {
        const options = { ...wholeRun, lineBreak: false, baseline: 'alphabetic' } as const;
        this.#use(run.font, size).text(run.text, left, baseline, options);
        left += measure(run);
      }
      top = baseline + size * Math.max(...fonts.map(({ descent, unitsPerEm }) => -descent / unitsPerEm));
    }
    return top;
  }

  /** A font is read when the first text needs it: most documents need one. */
  #use(name: FontName, size: number): PDFKit.PDFDocument {
    if (!this.#opened.has(name)) this.document.registerFont(name, openFont(name));
    this.#opened.add(name);
    return this.document.font(name).fontSize(size);
  }

  /** Draws a thin line across the page with room around it. */
  rule(): void {
    const { margin, width } = page;
    const y = this.y + 8;
    this.document
      .moveTo(margin, y)
      .lineTo(width - margin, y)
      .lineWidth(0.75)
      .stroke('#cbd5e1');
    this.y = y + 12;
  }
}
