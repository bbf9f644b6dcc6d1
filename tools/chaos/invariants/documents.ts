import type { Violation } from '../tally.ts';
import { groupBy, type Snapshot } from './snapshot.ts';

/** Every sale and every refund has its one numbered document, and no number is left out (rule C2). */
export function checkDocuments({ invoices, payments, refunds }: Snapshot): Violation[] {
  const documentsOf = groupBy(invoices, ({ paymentId, refundId }) => refundId ?? paymentId);
  const called = [
    ...payments.flatMap(({ _id, sessionId }) => (sessionId === null ? [] : [_id])),
    ...refunds.flatMap(({ _id, status }) => (status === 'processed' ? [_id] : [])),
  ];
  return [
    ...called.flatMap((id) => {
      const count = documentsOf.get(id)?.length ?? 0;
      return count === 1 ? [] : [{ rule: 'not one document of a payment or refund', found: `${id}: ${count}` }];
    }),
    ...[...groupBy(invoices, ({ series, financialYear }) => `${series} ${financialYear}`)].flatMap(
      ([name, documents]) => {
        const numbers = documents.map(({ number }) => number).sort((one, other) => one - other);
        const gap = numbers.findIndex((number, index) => number !== index + 1);
        return gap === -1 ? [] : [{ rule: 'a gap in the numbers of documents', found: `${name} at ${gap + 1}` }];
      },
    ),
  ];
}
