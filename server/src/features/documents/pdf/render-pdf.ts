import { buffer } from 'node:stream/consumers';
import { amountText } from '../amounts.ts';
import { documentTypes, type DocumentContent } from '../document-content.ts';
import { dateText } from '../wording.ts';
import { page, Sheet, type Column, type TextStyle } from './sheet.ts';

const left = page.margin;
const width = page.width - 2 * page.margin;

const style = {
  title: { size: 18, font: 'strong' },
  total: { size: 13, font: 'strong' },
  strong: { size: 10, font: 'strong' },
  text: { size: 10 },
  small: { size: 9, color: '#475569' },
} as const satisfies Record<string, TextStyle>;

const whole: Column = { x: left, width };
const leftHalf: Column = { x: left, width: width * 0.5 };
const rightHalf: Column = { x: left + width * 0.52, width: width * 0.48 };
const item: Column = { x: left, width: width * 0.62 };
const sac: Column = { x: left + width * 0.64, width: width * 0.12 };
const amount: Column = { x: left + width * 0.76, width: width * 0.24, align: 'right' };

/** Prints a document. The same content always makes the same bytes. */
export async function renderPdf(content: DocumentContent): Promise<Uint8Array<ArrayBuffer>> {
  const { title } = documentTypes[content.type];
  const sheet = new Sheet({ title: `${title} ${content.number}`, author: content.seller.name, date: content.issuedAt });
  writeHead(sheet, content, title);
  writeCustomer(sheet, content);
  writeItem(sheet, content);
  writeTotals(sheet, content);
  writeMoney(sheet, content);
  const bytes = buffer(sheet.document);
  sheet.document.end();
  return new Uint8Array(await bytes);
}

function writeHead(sheet: Sheet, { seller, number, issuedAt, facts }: DocumentContent, title: string): void {
  const top = sheet.y;
  sheet.write(seller.name, leftHalf, style.total);
  for (const line of [...seller.lines, seller.email]) sheet.write(line, leftHalf, style.small);
  const bottom = sheet.y;
  sheet.y = sheet.writeAt(top - 5, title, { ...rightHalf, ...style.title, align: 'right' }) + 4;
  writeRows(sheet, [['Number', number], ['Date', dateText(issuedAt)], ...facts], rightHalf);
  sheet.y = Math.max(sheet.y, bottom) + 8;
  sheet.rule();
}

function writeCustomer(sheet: Sheet, { customer }: DocumentContent): void {
  sheet.write('Billed to', leftHalf, style.small);
  sheet.write(customer.name, whole, style.strong);
  sheet.write(customer.email, whole, style.text);
  sheet.y += 20;
}

function writeItem(sheet: Sheet, content: DocumentContent): void {
  const { title, lines, sac: code } = content.item;
  const head = sheet.y;
  sheet.write('Description', item, style.small);
  if (code !== null) sheet.writeAt(head, 'SAC', { ...sac, ...style.small });
  sheet.writeAt(head, 'Amount', { ...amount, ...style.small });
  sheet.rule();
  const top = sheet.y;
  sheet.write(title, item, style.strong);
  for (const line of lines) sheet.write(line, item, style.small);
  if (code !== null) sheet.writeAt(top, code, { ...sac, ...style.text });
  sheet.writeAt(top, amountText(content.taxableMinor, content.currency), { ...amount, ...style.text });
  sheet.rule();
}

function writeTotals(sheet: Sheet, content: DocumentContent): void {
  const { type, taxes, taxableMinor, totalMinor, currency } = content;
  const rates = taxes.map(({ name, ratePercent, amountMinor }): [string, string] => [
    `${name} ${ratePercent}%`,
    amountText(amountMinor, currency),
  ]);
  if (rates.length > 0) {
    writeRows(sheet, [['Taxable value', amountText(taxableMinor, currency)], ...rates], rightHalf);
  }
  const top = sheet.y + 2;
  sheet.writeAt(top, documentTypes[type].total, { ...rightHalf, ...style.total });
  sheet.y = sheet.writeAt(top, amountText(totalMinor, currency), { ...rightHalf, ...style.total, align: 'right' }) + 14;
  sheet.write('In words', whole, style.small);
  sheet.write(content.amountInWords, whole, style.text);
  sheet.rule();
}

function writeMoney(sheet: Sheet, { money, notes }: DocumentContent): void {
  writeRows(sheet, money, leftHalf);
  sheet.y += 20;
  for (const note of notes) sheet.write(note, whole, style.small);
}

/** Labels on the left of a column, their values on its right. */
function writeRows(sheet: Sheet, rows: [string, string][], { x, width }: Column): void {
  const label = width * 0.35;
  for (const [name, value] of rows) {
    const top = sheet.y;
    // A point lower, so that the smaller letters of the label stand on the line of the value.
    const labelBottom = sheet.writeAt(top + 1, name, { x, width: label, ...style.small });
    const valueBottom = sheet.writeAt(top, value, {
      x: x + label,
      width: width - label,
      align: 'right',
      ...style.text,
    });
    sheet.y = Math.max(labelBottom, valueBottom) + 1;
  }
}
