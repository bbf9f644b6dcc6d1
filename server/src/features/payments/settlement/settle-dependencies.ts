import type { PaymentGateway } from '../../../gateways/payment/port.ts';
import type { Clock } from '../../../infra/clock.ts';
import type { Logger } from '../../../infra/logger.ts';

/** What everybody needs who settles: verify, webhook, reconciler and `POST /sessions` (rule M1). */
export type SettleDependencies = { clock: Clock; gateway: PaymentGateway; logger: Logger };
