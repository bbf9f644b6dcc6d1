import { verifyLedger } from '../../../server/src/features/accounting/index.ts';
import { createRazorpayGateway } from '../../../server/src/gateways/payment/razorpay/gateway.ts';
import { connectDatabase, disconnectDatabase } from '../../../server/src/infra/mongo.ts';
import { keys, type Stack } from '../stack/start-stack.ts';
import type { Violation } from '../tally.ts';

/** Whether ledger and gateway agree, as `pnpm ledger:verify` sees it. */
export async function checkBooks({ database, gatewayUrl, clock }: Stack): Promise<Violation[]> {
  const gateway = createRazorpayGateway({ ...keys, webhookSecrets: [], baseUrl: gatewayUrl });
  const violations: Violation[] = [];
  await connectDatabase(database.uri);
  try {
    for await (const { kind, ids, sentence } of verifyLedger({ clock, gatewayOf: () => gateway })) {
      violations.push({ rule: `the books: ${kind}`, found: `${sentence} ${JSON.stringify(ids)}` });
    }
  } finally {
    await disconnectDatabase();
  }
  return violations;
}
