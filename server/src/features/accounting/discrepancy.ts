/** What can be wrong with the books. */
export type DiscrepancyKind =
  | 'ledger-row-missing'
  | 'ledger-row-unfounded'
  | 'ledger-row-differs'
  | 'session-missing'
  | 'session-differs'
  | 'session-unpaid'
  | 'sessions-share-payment'
  | 'money-in-limbo'
  | 'refunds-exceed-capture'
  | 'refund-sum-differs'
  | 'payment-missing'
  | 'order-unknown-to-gateway'
  | 'capture-unknown-to-us'
  | 'capture-unknown-to-gateway'
  | 'capture-differs'
  | 'refund-unknown-to-us'
  | 'refund-unknown-to-gateway'
  | 'refund-differs'
  | 'gateway-silent';

/** Something that ledger, payments, sessions and gateway do not agree about. */
export type Discrepancy = {
  kind: DiscrepancyKind;
  /** What to look up: our ids and the gateway's, each under its name. */
  ids: Record<string, string>;
  /** For a person who has to look into it. */
  sentence: string;
};
