export type { FindGateway, GatewayReader } from './check-gateway.ts';
export type { Discrepancy } from './discrepancy.ts';
export { verifyLedger } from './verify-ledger.ts';
