import { AppError } from '../../errors.ts';
import type { BrowserReport, PaymentGateway } from './port.ts';
import type { PaymentProvider } from './providers.ts';

/** The gateways that are set up. */
export type Gateways = {
  readonly all: readonly PaymentGateway[];
  /** The gateway that a row names. @throws AppError INTERNAL where that one is not set up */
  of(provider: PaymentProvider): PaymentGateway;
  /** The gateway that takes a new payment. */
  forNewPayment(): PaymentGateway;
  /** What a browser brings back, by whichever gateway knows its words; null for what is no report. */
  readReport(body: unknown): BrowserReport | null;
};

/** @param first takes new payments */
export function gatewaysOf(first: PaymentGateway, ...others: readonly PaymentGateway[]): Gateways {
  const all = [first, ...others];
  return {
    all,
    of: (provider) => {
      const gateway = all.find((candidate) => candidate.provider === provider);
      if (!gateway) throw new AppError('INTERNAL', `The payment provider ${provider} is not set up.`);
      return gateway;
    },
    forNewPayment: () => first,
    readReport: (body) => all.map((gateway) => gateway.readReport(body)).find((report) => report !== null) ?? null,
  };
}
