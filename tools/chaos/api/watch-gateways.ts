import type { MailTransport } from '../../../server/src/gateways/mail/port.ts';
import type { GatewayAttempt, PaymentGateway } from '../../../server/src/gateways/payment/port.ts';
import type { KillPoint } from './kill-points.ts';

/** The payment gateway; calls `reach` whenever it has answered at the point. */
export function watchGateway(gateway: PaymentGateway, point: KillPoint, reach: () => void): PaymentGateway {
  if (point === 'after-order') {
    return { ...gateway, openCheckout: (request) => thenReach(gateway.openCheckout(request), reach) };
  }
  if (point === 'after-refund') {
    return { ...gateway, refund: (request) => thenReach(gateway.refund(request), reach) };
  }
  if (point !== 'after-capture') return gateway;
  const reachIfCaptured = (...payments: GatewayAttempt[]) => {
    if (payments.some(({ status }) => status === 'captured')) reach();
  };
  return {
    ...gateway,
    fetchAttempt: (id) => thenReach(gateway.fetchAttempt(id), reachIfCaptured),
    fetchAttempts: (id) => thenReach(gateway.fetchAttempts(id), (list) => reachIfCaptured(...list)),
    capture: (payment) => thenReach(gateway.capture(payment), reach),
  };
}

/** The mail transport; calls `reach` whenever a mail was taken and nobody knows yet. */
export function watchMail(transport: MailTransport, point: KillPoint, reach: () => void): MailTransport {
  if (point !== 'after-mail') return transport;
  return { send: (mail) => thenReach(transport.send(mail), reach), close: () => transport.close() };
}

async function thenReach<T>(work: Promise<T>, reach: (answer: T) => void): Promise<T> {
  const answer = await work;
  reach(answer);
  return answer;
}
