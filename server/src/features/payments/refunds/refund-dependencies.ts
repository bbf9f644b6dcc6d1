import type { SettleDependencies } from '../settlement/settle-dependencies.ts';

/** What everybody needs who moves refunds: support hears of those that fail for good. */
export type RefundDependencies = SettleDependencies & { supportEmail: string };
