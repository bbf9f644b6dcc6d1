import type { PaymentProvider } from '../../gateways/payment/providers.ts';
import type { AppError } from '../../errors.ts';
import { isGatewayPaused, pauseAfter } from './gateway-pause.ts';
import { isAway, logItemError } from './item-error.ts';
import type { SettleDependencies } from './dependencies.ts';

/** Rows that wait for something from a gateway. */
type Work<Row> = {
  /** What is due, the longest first. */
  findDue: (provider: PaymentProvider, now: Date) => Promise<Row[]>;
  /** Sees to one row. */
  see: (row: Row) => Promise<void>;
  /** Lets a row wait that could not be seen to; `failure` is null for an error that nobody expects. */
  putOff: (row: Row, failure: AppError | null, error: unknown) => Promise<void>;
  /** For the log: what did not happen yet, and the row's ids. */
  describe: (row: Row) => { message: string } & Record<string, unknown>;
};

/**
 * Sees to what is due, row by row, for one gateway after the other. While a gateway is away or asks for patience (429) its
 * rows wait, and those of the others go on. One damaged row holds up nobody behind it.
 * @returns how many rows were looked at
 */
export async function workThrough<Row>(dependencies: SettleDependencies, work: Work<Row>): Promise<number> {
  let looked = 0;
  for (const { provider } of dependencies.gateways.all) {
    const now = dependencies.clock.now();
    if (await isGatewayPaused(provider, now)) continue;
    for (const row of await work.findDue(provider, now)) {
      looked += 1;
      if (!(await isSeenTo(dependencies, row, { provider, ...work }))) break;
    }
  }
  return looked;
}

/** @returns false when the rest would only make things worse */
async function isSeenTo<Row>(
  { clock, logger }: SettleDependencies,
  row: Row,
  { provider, see, putOff, describe }: Work<Row> & { provider: PaymentProvider },
): Promise<boolean> {
  try {
    await see(row);
    return true;
  } catch (error) {
    const failure = logItemError(logger, error, describe(row));
    await putOff(row, failure, error);
    await pauseAfter(provider, failure, clock.now());
    return !isAway(failure);
  }
}
