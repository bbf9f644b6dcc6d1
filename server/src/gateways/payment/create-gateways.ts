import type { Config } from '../../config/config.ts';
import { createRazorpayGateway } from './razorpay/gateway.ts';
import { gatewaysOf, type Gateways } from './registry.ts';

/** The gateways that the environment sets up. @param timeoutMs limit of one call */
export function createGateways(config: Config, { timeoutMs = 10_000 } = {}): Gateways {
  return gatewaysOf(
    createRazorpayGateway({
      keyId: config.RAZORPAY_KEY_ID,
      keySecret: config.RAZORPAY_KEY_SECRET,
      webhookSecrets: config.RAZORPAY_WEBHOOK_SECRET,
      baseUrl: config.RAZORPAY_BASE_URL,
      timeoutMs,
    }),
  );
}
