import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../document-content.ts';
import { renderPdf } from './render-pdf.ts';

const invoice: DocumentContent = {
  type: 'tax-invoice',
  number: 'INV/26-27/000123',
  issuedAt: new Date('2026-04-12T06:00:00Z'),
  seller: {
    name: 'Serene Wellbeing Private Limited',
    lines: ['4th Floor, 12 Example Road', 'Bengaluru 560001', 'GSTIN 29AAAAA0000A1ZY'],
    email: 'support@example.com',
  },
  customer: { name: 'Asha Rao', email: 'asha@example.com' },
  facts: [
    ['Reference', 'SER-7K2M9Q'],
    ['Place of supply', 'Karnataka (29)'],
  ],
  item: {
    title: 'Session with Dr. Meera Nair',
    lines: ['60 minutes', 'Wednesday, 15 April 2026, 14:00 (Asia/Kolkata)'],
    sac: '998399',
  },
  currency: 'INR',
  totalMinor: 15_000_000,
  taxableMinor: 12_711_864,
  taxes: [
    { name: 'CGST', ratePercent: 9, amountMinor: 1_144_068 },
    { name: 'SGST', ratePercent: 9, amountMinor: 1_144_068 },
  ],
  amountInWords: 'One Lakh Fifty Thousand Rupees Only',
  money: [
    ['Paid on', '12 April 2026'],
    ['Paid by', 'UPI'],
    ['Payment', 'pay_00000000000001'],
  ],
  notes: ['No tax is payable on reverse charge.'],
};

/** Read by a parser that is not the writer. */
async function read(content: DocumentContent) {
  const pdf = await getDocumentProxy(await renderPdf(content));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  const { info } = await getMeta(pdf);
  return { text: text.replace(/[\s\u00A0]+/g, ' '), totalPages, info };
}

/** Each letter of a text. A reader of PDFs orders vowel signs as they are seen, and may see one as its two parts. */
const lettersOf = (text: string) => Array.from(text.normalize('NFD').replace(/\s/g, '')).toSorted().join('');

describe('a printed document (C2)', () => {
  it('says all that an invoice has to say, on one page', async () => {
    const { text, totalPages } = await read(invoice);

    expect(totalPages).toBe(1);
    for (const part of [
      'Tax invoice',
      'INV/26-27/000123',
      '12 April 2026',
      'Serene Wellbeing Private Limited',
      '4th Floor, 12 Example Road',
      'GSTIN 29AAAAA0000A1ZY',
      'Karnataka (29)',
      'Asha Rao',
      'Session with Dr. Meera Nair',
      '998399',
      '₹1,27,118.64',
      'CGST 9%',
      'SGST 9%',
      '₹11,440.68',
      '₹1,50,000.00',
      'One Lakh Fifty Thousand Rupees Only',
      'pay_00000000000001',
      'No tax is payable on reverse charge.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('without tax has no lines for it', async () => {
    const { text } = await read({ ...invoice, type: 'receipt', taxes: [], item: { ...invoice.item, sac: null } });

    expect(text).toContain('Total paid');
    expect(text).not.toMatch(/SAC|Taxable value|CGST/);
  });

  it.each(['आशा राव', 'Zoë Müller-Šimić', 'Ольга', 'Ελένη', 'Łukasz Żółć'])('prints the name %s', async (name) => {
    const { text } = await read({ ...invoice, customer: { ...invoice.customer, name } });
    expect(text).toContain(name);
  });

  it.each([
    ['Tamil', 'தமிழ்ச்செல்வி'],
    ['Tamil', 'கௌசல்யா பொன்னுசாமி'],
    ['Bengali', 'অনন্যা'],
    ['Bengali', 'সৌম্যজিৎ বন্দ্যোপাধ্যায়'],
    ['Telugu', 'వెంకట'],
    ['Telugu', 'లక్ష్మీ శ్రీనివాస్'],
    ['Kannada', 'ಕೃಷ್ಣಮೂರ್ತಿ'],
    ['Malayalam', 'ശ്രീലക്ഷ്മി മോഹൻ'],
    ['Gujarati', 'જિજ્ઞેશ પટેલ'],
    ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
    ['Odia', 'ଜଗନ୍ନାଥ ମିଶ୍ର'],
    ['Meetei Mayek', 'ꯁꯅꯥꯇꯣꯝꯕꯤ'],
    ['Ol Chiki', 'ᱥᱟᱱᱛᱟᱲᱤ'],
    ['Urdu', 'محمد عائشہ ٹیپو'],
    ['Chinese', '王小明'],
    ['traditional Chinese', '陳廣龍'],
    ['Japanese', '山田タロー さくら'],
    ['Korean', '김민준 쀍'],
    ['emoji', '🦊🌸'],
    ['Latin and Devanagari', 'Ashaआशा Rao राव'],
    ['Latin, Arabic and Tamil', 'Asha محمد Rao செல்வி'],
  ])('prints each letter of a name in %s: %s', async (_script, name) => {
    const { text, totalPages } = await read({ ...invoice, customer: { ...invoice.customer, name } });

    const shown = /Billed to\s*(.*?)\s*asha@example/.exec(text)?.[1] ?? '';
    expect(lettersOf(shown)).toBe(lettersOf(name));
    expect(totalPages).toBe(1);
  });

  it.each([
    ['𞤀𞤣𞤢𞤥', '[U+1E900][U+1E923][U+1E922][U+1E925]'],
    ['Asha 𐐀', 'Asha [U+10400]'],
  ])('prints what no font has, as in %s, by its code', async (name, shown) => {
    const { text } = await read({ ...invoice, customer: { ...invoice.customer, name } });
    expect(text).toContain(`Billed to ${shown} asha@example.com`);
  });

  it('keeps words that read leftwards in one piece between others', async () => {
    const { text } = await read({ ...invoice, item: { ...invoice.item, title: 'Session with محمد علی (online)' } });
    expect(text).toContain('Session with محمد علی (online)');
  });

  it('breaks a long name of several scripts into lines of the page', async () => {
    const name = `${'ಕೃಷ್ಣಮೂರ್ತಿ '.repeat(12)}Rao ${'王小明'.repeat(40)}`;

    const { text, totalPages } = await read({ ...invoice, customer: { ...invoice.customer, name } });

    expect(totalPages).toBe(1);
    const shown = /Billed to\s*(.*?)\s*asha@example/.exec(text)?.[1] ?? '';
    expect(lettersOf(shown)).toBe(lettersOf(name));
  });

  it('holds a name of any length on its page', async () => {
    const name = `${'Wolfeschlegelsteinhausen'.repeat(8)} ${'Averyveryverylongname '.repeat(20)}`;

    const { text, totalPages } = await read({ ...invoice, customer: { ...invoice.customer, name } });

    expect(totalPages).toBe(1);
    expect(text.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  });

  it('has the same bytes on every download, whatever was printed in between, dated by the document', async () => {
    const one = await renderPdf(invoice);
    await renderPdf({ ...invoice, customer: { ...invoice.customer, name: 'Zoë Müller, आशा राव क्षत्रिय, 王小明' } });
    const other = await renderPdf(structuredClone(invoice));

    expect(Buffer.compare(one, other)).toBe(0);
    expect((await read(invoice)).info).toMatchObject({
      Title: 'Tax invoice INV/26-27/000123',
      CreationDate: 'D:20260412060000Z',
      ModDate: 'D:20260412060000Z',
    });
  });
});
