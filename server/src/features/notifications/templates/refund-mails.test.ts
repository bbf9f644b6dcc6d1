import { describe, expect, it } from 'vitest';
import { disputeMailData, refundMailData } from '../../../../test/mail-data.ts';
import { expertPage, page, render } from './render-template.test-support.ts';

describe('refund-processed-user (E1)', () => {
  it('says how much came back and when the bank shows it', () => {
    const { subject, text } = render('refund-processed-user', refundMailData());

    expect(subject).toBe('Refunded: INR 1,500.00');
    expect(text).toContain(
      'We have refunded INR 1,500.00 to the method you paid with. Banks usually show it in about 5 to 7 working days.',
    );
    expect(text).toContain('- Refund number: rfnd_00000000000001');
    expect(text).toContain(`View session and receipts: ${page}`);
  });

  it('without a number of the gateway names none', () => {
    expect(render('refund-processed-user', refundMailData({ providerRefundId: null })).text).not.toContain('number');
  });

  it('where no session was booked leads to free times', () => {
    const { text } = render('refund-processed-user', refundMailData({ sessionId: null, reference: 'order_1' }));

    expect(text).toContain('- Reference: order_1');
    expect(text).toContain(`Choose another time: ${expertPage}`);
    expect(text).not.toContain('/sessions/');
  });
});

describe('refund-failed-user (E1)', () => {
  it('says that the money is still owed, and nothing of the gateway’s words', () => {
    const { subject, text } = render('refund-failed-user', refundMailData({ failure: 'BAD_REQUEST_ERROR: closed' }));

    expect(subject).toBe('Your refund of INR 1,500.00 is delayed');
    expect(text).toContain('We still owe you the money');
    expect(text).not.toContain('BAD_REQUEST');
  });
});

describe('refund-failed-admin (E1)', () => {
  it('says what failed, in the gateway’s words, with all ids', () => {
    const { subject, text } = render('refund-failed-admin', refundMailData({ failure: 'BAD_REQUEST_ERROR: closed' }));

    expect(subject).toBe('Action needed: refund of INR 1,500.00 failed (SER-7K2M9Q)');
    expect(text).toContain('Hi Serene Wellbeing team,');
    expect(text).toContain('- Customer: Asha Rao (asha@example.com)');
    expect(text).toContain('- The gateway says: BAD_REQUEST_ERROR: closed');
    expect(text).toContain('- Serene Wellbeing refund ID: 65f0c0ffee00000000000005');
    expect(text).toContain('- Serene Wellbeing payment ID: 65f0c0ffee00000000000002');
  });
});

describe('dispute-admin (R3)', () => {
  it('asks for an answer by the bank’s deadline', () => {
    const { subject, text } = render('dispute-admin', disputeMailData());

    expect(subject).toBe('Action needed: INR 1,500.00 payment disputed (SER-7K2M9Q)');
    expect(text).toContain("in the gateway's dashboard by Thursday, 22 January 2026, 18:30 UTC");
    expect(text).toContain('We make no refunds from this payment until the bank decides.');
    expect(text).toContain('- Gateway payment ID: pay_00000000000001');
  });

  it('without a deadline names none', () => {
    expect(render('dispute-admin', disputeMailData({ respondBy: null })).text).not.toContain('Answer by');
  });

  it.each([
    ['under_review', 'Dispute under review'],
    ['won', 'Dispute won'],
    ['lost', 'Dispute lost'],
    ['closed', 'Dispute closed'],
  ] as const)('that is %s says so', (status, expected) => {
    expect(render('dispute-admin', disputeMailData({ status })).subject).toBe(`${expected}: INR 1,500.00 (SER-7K2M9Q)`);
  });
});
