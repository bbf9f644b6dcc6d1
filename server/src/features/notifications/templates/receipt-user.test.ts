import { describe, expect, it } from 'vitest';
import { receiptMailData } from '../../../../test/mail-data.ts';
import { render } from './render-template.test-support.ts';

const textOf = (data = receiptMailData()) => render('receipt-user', data).text.replaceAll('\u00A0', ' ');

describe('receipt-user (C2)', () => {
  it('names what was sold, each tax, and the total', () => {
    const text = textOf();

    expect(text).toContain('- CGST 9%: INR 114.41');
    expect(text).toContain('- SGST 9%: INR 114.41');
    expect(text).toContain('- Total paid: INR 1,500.00');
  });

  it('of a service without tax names it with nothing to pay, in numbers', () => {
    const taxes = [{ name: 'IGST', ratePercent: 0, amountMinor: 0 }];

    expect(textOf(receiptMailData({ taxes, taxableMinor: 150_000 }))).toContain('- IGST 0%: INR 0.00');
  });

  it('of a seller who charges no tax names none', () => {
    expect(textOf(receiptMailData({ type: 'receipt', taxes: [] }))).not.toContain('GST');
  });
});
