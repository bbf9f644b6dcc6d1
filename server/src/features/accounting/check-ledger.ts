import type { Books } from './books.ts';
import type { Discrepancy } from './discrepancy.ts';
import { expectedRows } from './expected-rows.ts';

/** Whether the ledger says of a payment what payment, charges, refunds and disputes say, row by row. */
export function checkLedger(books: Books): Discrepancy[] {
  const paymentId = books.payment._id.toHexString();
  const actual = new Map(books.ledger.map((row) => [row._id, row]));
  const found: Discrepancy[] = [];
  for (const expected of expectedRows(books)) {
    const row = actual.get(expected._id);
    actual.delete(expected._id);
    const ids = { paymentId, ledgerId: expected._id };
    const wanted = `${expected.amountMinor} ${expected.currency}`;
    if (!row) {
      const sentence = `The ledger lacks the row ${expected._id} about ${wanted}.`;
      found.push({ kind: 'ledger-row-missing', ids, sentence });
    } else if (row.amountMinor !== expected.amountMinor || row.currency !== expected.currency) {
      const sentence = `The ledger's row ${row._id} says ${row.amountMinor} ${row.currency} instead of ${wanted}.`;
      found.push({ kind: 'ledger-row-differs', ids, sentence });
    }
  }
  for (const row of actual.values()) {
    const sentence = `The ledger's row ${row._id} about ${row.amountMinor} ${row.currency} has no ground in any record.`;
    found.push({ kind: 'ledger-row-unfounded', ids: { paymentId, ledgerId: row._id }, sentence });
  }
  return found;
}
