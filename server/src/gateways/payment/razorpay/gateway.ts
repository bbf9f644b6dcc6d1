import type { PaymentGateway } from '../port.ts';
import { createAttempts } from './attempts.ts';
import { createCheckouts } from './checkouts.ts';
import { createRazorpayClient } from './client.ts';
import { createDisputes } from './disputes.ts';
import { readEvent, subjectOf } from './events.ts';
import { createRefunds } from './refunds.ts';
import { readReport } from './reports.ts';

type RazorpayOptions = {
  keyId: string;
  keySecret: string;
  /** All that are valid now: retries of older events keep the secret they were signed with. */
  webhookSecrets: readonly string[];
  /** Origin of the API, without `/v1`. */
  baseUrl: string;
  /** Limit of one call. */
  timeoutMs?: number;
};

const liveOrigin = 'https://api.razorpay.com';
const liveScript = 'https://checkout.razorpay.com/v1/checkout.js';

/** The payment gateway on Razorpay's official SDK, or on anything that speaks its API at `baseUrl`. */
export function createRazorpayGateway(options: RazorpayOptions): PaymentGateway {
  const { keyId, keySecret, webhookSecrets, timeoutMs = 10_000 } = options;
  const baseUrl = new URL(options.baseUrl).origin;
  const sdk = createRazorpayClient({ keyId, keySecret, baseUrl, timeoutMs });
  const script = baseUrl === liveOrigin ? liveScript : `${baseUrl}/v1/checkout.js`;
  return {
    provider: 'razorpay',
    ...createCheckouts(sdk, { key: keyId, script, page: `${baseUrl}/v1/checkout/embedded` }),
    ...createAttempts(sdk),
    ...createRefunds(sdk),
    ...createDisputes(sdk),
    readReport: (body) => readReport(body, keySecret),
    readEvent: (rawBody, headers) => readEvent(rawBody, headers, webhookSecrets),
    subjectOf,
  };
}
