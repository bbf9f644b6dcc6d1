import type { Gateways } from '../../../gateways/payment/registry.ts';
import type { Clock } from '../../../infra/clock.ts';
import type { Logger } from '../../../infra/logger.ts';

/** What everybody needs who settles: verify, webhook, reconciler and `POST /sessions` (rule M1). */
export type SettleDependencies = { clock: Clock; gateways: Gateways; logger: Logger };
