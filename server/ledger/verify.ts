import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../src/config/config.ts';
import { verifyLedger, type FindGateway } from '../src/features/accounting/index.ts';
import { createGateways } from '../src/gateways/payment/create-gateways.ts';
import { createClock } from '../src/infra/clock.ts';
import { connectDatabase, disconnectDatabase } from '../src/infra/mongo.ts';
import { unhurried } from './unhurried.ts';

// `pnpm ledger:verify` compares the books with each other and with the gateway; `--offline` leaves the gateway out.
// It reads only. Its environment is the server's. It exits with 1 if anything differs.
const read = readConfig(process.env);
if ('problems' in read) {
  console.error(`The environment is wrong:\n- ${read.problems.join('\n- ')}`);
  process.exit(2);
}
const { config } = read;
const isOffline = process.argv.includes('--offline');
const clock = createClock({
  ...(config.CLOCK_OFFSET === undefined ? {} : { offset: config.CLOCK_OFFSET }),
  ...(config.CLOCK_FILE === undefined ? {} : { offsetFile: config.CLOCK_FILE }),
});

await connectDatabase(config.MONGODB_URI);
let count = 0;
for await (const { kind, ids, sentence } of verifyLedger({
  clock,
  ...(isOffline ? {} : { gatewayOf: openGateways() }),
})) {
  count += 1;
  const named = Object.entries(ids).map(([name, id]) => `${name}=${id}`);
  console.log(`${kind}  ${named.join(' ')}\n  ${sentence}`);
}
await disconnectDatabase();
const compared = isOffline ? 'Ledger, payments and sessions' : 'Ledger, payments, sessions and gateway';
console.log(count === 0 ? `${compared} agree.` : `${count} discrepancies.`);
process.exitCode = count === 0 ? 0 : 1;

/** Each asked at its own pace, however many payments it has. */
function openGateways(): FindGateway {
  const gateways = createGateways(config);
  const patient = new Map(gateways.all.map((gateway) => [gateway.provider, unhurried(gateway, wait)]));
  return (provider) => patient.get(provider) ?? gateways.of(provider);
}
