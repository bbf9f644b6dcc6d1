import type { Gateways } from '../../gateways/payment/registry.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Logger } from '../../infra/logger.ts';

/** What everybody needs who settles: verify, webhook, reconciler and `POST /sessions` (rule M1). */
export type SettleDependencies = { clock: Clock; gateways: Gateways; logger: Logger };

/** What everybody needs who moves refunds: support hears of those that fail for good. */
export type RefundDependencies = SettleDependencies & { supportEmail: string };
