/** A card that exists for tests only; `refusal` is the reason it stands for when the bank's page says no. */
export type TestCard = { number: string; network: string; international: boolean; refusal: string | null };

const approved = (number: string, network: string, international = false): TestCard => ({
  number: number.replaceAll(' ', ''),
  network,
  international,
  refusal: null,
});

const refused = (refusal: string, ...numbers: string[]): TestCard[] =>
  numbers.map((number) => ({
    number,
    network: number.startsWith('4') ? 'Visa' : 'MasterCard',
    international: false,
    refusal,
  }));

/** Razorpay docs, Test card details; and 4111…, which everybody tries first. No real card is ever accepted. */
export const testCards: readonly TestCard[] = [
  approved('4111 1111 1111 1111', 'Visa'),
  approved('4100 2800 0000 1007', 'Visa'),
  approved('5500 6700 0000 1002', 'MasterCard'),
  approved('6527 6589 0000 1005', 'RuPay'),
  approved('3608 280009 1007', 'Diners Club'),
  approved('3402 560004 01007', 'American Express'),
  approved('5555 5555 5555 4444', 'MasterCard', true),
  approved('5105 1051 0510 5100', 'MasterCard', true),
  approved('5104 0600 0000 0008', 'MasterCard', true),
  approved('4012 8888 8888 1881', 'Visa', true),
  ...refused('payment_timed_out', '4100280000090000', '5305620000060000'),
  ...refused('insufficient_fund', '4100280000080001', '5305620000050001'),
  ...refused('payment_cancelled', '4100280000070002', '5305620000040002'),
  ...refused('card_declined', '4100280000060003', '5305620000030003', '4100280000050004', '5305620000020004'),
  ...refused('card_declined', '4100280000040005', '5305620000010005'),
  ...refused('card_disabled_for_online_payments', '4100280000030006', '5305620000000006'),
  ...refused('card_number_invalid', '4100280000010008', '5305620000080008'),
  ...refused('gateway_technical_error', '4100280000020007', '5305620000090007'),
  ...refused('authentication_failed', '4100280000000009', '5305620000070009'),
];

export const testUpiIds = { success: 'success@razorpay', failure: 'failure@razorpay' } as const;

/** Banks of the netbanking list, by Razorpay's codes. */
export const testBanks = {
  HDFC: 'HDFC Bank',
  ICIC: 'ICICI Bank',
  SBIN: 'State Bank of India',
  UTIB: 'Axis Bank',
} as const;
