import Pdf from 'pdfkit';
import { openFont, type FontName } from './fonts.ts';

export type TextStyle = { size: number; font?: FontName; color?: string };

/** A column, in points from the left edge. */
export type Column = { x: number; width: number; align?: 'left' | 'right' };

/** A4 in points. */
export const page = { width: 595.28, height: 841.89, margin: 56 };

/** One A4 page that is written from top to bottom. */
export class Sheet {
  readonly document: PDFKit.PDFDocument;
  /** How far down the page is written. */
  y = page.margin;

  constructor({ title, author, date }: { title: string; author: string; date: Date }) {
    this.document = new Pdf({
      size: 'A4',
      margin: 0,
      lang: 'en',
      displayTitle: true,
      // The date of the document, not of the download: its bytes must be the same each time.
      info: { Title: title, Author: author, CreationDate: date, ModDate: date },
    });
    this.document.registerFont('regular', openFont('regular')).registerFont('strong', openFont('strong'));
  }

  /** Writes a text below what was written, on as many lines as it needs. */
  write(text: string, column: Column, style: TextStyle): void {
    this.y = this.writeAt(this.y, text, { ...column, ...style });
  }

  /** Writes a text at a height of its own. @returns how far down it reaches */
  writeAt(y: number, text: string, { x, width, align = 'left', ...style }: Column & TextStyle): number {
    const { size, font = 'regular', color = '#0f172a' } = style;
    this.document.font(font).fontSize(size).fillColor(color).text(text, x, y, { width, align });
    return this.document.y;
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
