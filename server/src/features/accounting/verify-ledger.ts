import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Books } from './books.ts';
import { checkGateway, type FindGateway } from './check-gateway.ts';
import { checkLedger } from './check-ledger.ts';
import { checkOutcome } from './check-outcome.ts';
import type { Discrepancy } from './discrepancy.ts';
import { findOrphans, readAllBooks, readBooksOf, readUnpaidSessions } from './repository.ts';

type VerifyDependencies = {
  clock: Clock;
  /** Absent: no gateway is asked. */
  gatewayOf?: FindGateway;
};

/**
 * Compares the ledger with payments, charges, refunds, disputes, sessions and the gateway, payment by payment, in memory
 * that does not grow with them. It reads only, and may run while the product works: what looks wrong is read again
 * before it is reported.
 */
export async function* verifyLedger(dependencies: VerifyDependencies): AsyncGenerator<Discrepancy> {
  for await (const page of readAllBooks()) {
    for (const books of page) {
      const suspected = await check(books, dependencies);
      if (suspected.length > 0) yield* await confirm(books, suspected, dependencies);
    }
  }
  for await (const { collection, id, paymentId, paymentExists } of findOrphans()) {
    const ids = { collection, id, paymentId: paymentId.toHexString() };
    const which = paymentExists ? 'is for another expert' : 'does not exist';
    const sentence = `${id} in ${collection} belongs to a payment that ${which}.`;
    yield { kind: 'payment-missing', ids, sentence };
  }
  for await (const { _id, amountMinor, currency } of readUnpaidSessions()) {
    const sentence = `The session costs ${amountMinor} ${currency} and has no payment.`;
    yield { kind: 'session-unpaid', ids: { sessionId: _id.toHexString() }, sentence };
  }
}

async function check(books: Books, { clock, gatewayOf }: VerifyDependencies): Promise<Discrepancy[]> {
  const found = [...checkLedger(books), ...checkOutcome(books, clock.now())];
  if (!gatewayOf) return found;
  try {
    return [...found, ...(await checkGateway(books, gatewayOf))];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'GATEWAY_UNAVAILABLE') throw error;
    const ids = { paymentId: books.payment._id.toHexString(), orderId: books.payment.orderId ?? '' };
    return [
      ...found,
      { kind: 'gateway-silent', ids, sentence: 'The gateway did not answer; nothing was compared with it.' },
    ];
  }
}

/** Records are not read in one moment: what somebody wrote in between is not wrong. */
async function confirm(
  { payment }: Books,
  suspected: readonly Discrepancy[],
  dependencies: VerifyDependencies,
): Promise<Discrepancy[]> {
  const again = await readBooksOf(payment._id);
  if (!again) return [];
  const before = new Set(suspected.map(nameOf));
  return (await check(again, dependencies)).filter((discrepancy) => before.has(nameOf(discrepancy)));
}

const nameOf = ({ kind, ids }: Discrepancy): string => `${kind} ${JSON.stringify(ids)}`;
