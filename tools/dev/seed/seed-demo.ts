import type { Gateways } from '../../../server/src/gateways/payment/registry.ts';
import type { Clock } from '../../../server/src/infra/clock.ts';
import type { Logger } from '../../../server/src/infra/logger.ts';
import { seedAccounts } from './accounts.ts';
import { seedBookings } from './bookings.ts';
import { seedOffers } from './offers.ts';

type SeedDependencies = {
  environment: 'development' | 'production' | 'test';
  clock: Clock;
  logger: Logger;
  /** Where demo bookings are paid; null with a real gateway, at which no program can pay: then there are none. */
  sandbox: { gateways: Gateways; url: string } | null;
};

/** Fills the database with demo data where it is not there yet: running it again changes nothing. */
export async function seedDemo({ environment, clock, logger, sandbox }: SeedDependencies): Promise<void> {
  if (environment === 'production') throw new Error('Demo data, whose passwords are public, is not for production.');
  const people = await seedAccounts(clock);
  await seedOffers(clock, people.experts);
  if (sandbox) await seedBookings({ clock, logger, gateways: sandbox.gateways, sandboxUrl: sandbox.url }, people);
}
