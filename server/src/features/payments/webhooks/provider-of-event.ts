import { AppError } from '../../../errors.ts';
import { paymentProviders, type PaymentProvider } from '../../../gateways/payment/providers.ts';
import type { WebhookEventRecord } from './webhook-event-model.ts';

/** The gateway that an event came from. @throws AppError INTERNAL for one that is not known any more */
export function providerOf({ _id }: Pick<WebhookEventRecord, '_id'>): PaymentProvider {
  const provider = paymentProviders.find((known) => _id.startsWith(`${known}:`));
  if (provider === undefined) throw new AppError('INTERNAL', `No known gateway sent the event ${_id}.`);
  return provider;
}
