import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PaymentStatusIndicator } from './PaymentStatusIndicator.tsx';

describe('PaymentStatusIndicator', () => {
  it.each([
    ['UNPAID', 'Not paid yet'],
    ['PAID', 'Paid'],
    ['REFUNDED', 'Refunded'],
    ['FAILED', 'Payment failed'],
  ] as const)('says what %s means, with the amount', (status, text) => {
    render(<PaymentStatusIndicator status={status} amount="₹1,200" />);

    expect(screen.getByText(text)).toBeVisible();
    expect(screen.getByText('₹1,200')).toBeVisible();
  });

  it('leaves the amount out where there is little room', () => {
    render(<PaymentStatusIndicator status="PAID" amount="₹1,200" compact />);

    expect(screen.getByText('Paid')).toBeVisible();
    expect(screen.queryByText('₹1,200')).toBeNull();
  });
});
