import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.ts';
import { unhurried } from './unhurried.ts';

/** A gateway that fails so often before it answers, and what was waited for it. */
function build({ failures, retryAfterSeconds }: { failures: number; retryAfterSeconds?: number }) {
  const waits: number[] = [];
  let left = failures;
  const options = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  const answer = () => {
    left -= 1;
    if (left >= 0) return Promise.reject(new AppError('GATEWAY_UNAVAILABLE', 'No answer.', options));
    return Promise.resolve([]);
  };
  const gateway = unhurried({ fetchAttempts: answer, fetchRefunds: answer }, (milliseconds) => {
    waits.push(milliseconds);
    return Promise.resolve();
  });
  return { gateway, waits };
}

describe('a gateway that is asked about everything', () => {
  it('is asked at most ten times a second', async () => {
    const { gateway, waits } = build({ failures: 0 });

    await gateway.fetchAttempts('order_1');
    await gateway.fetchRefunds('pay_1');

    expect(waits).toEqual([100, 100]);
  });

  it('is asked again after a pause while it does not answer', async () => {
    const { gateway, waits } = build({ failures: 2 });

    await expect(gateway.fetchRefunds('pay_1')).resolves.toEqual([]);

    expect(waits).toEqual([100, 5_000, 100, 5_000, 100]);
  });

  it('is left alone for as long as it asks for', async () => {
    const { gateway, waits } = build({ failures: 1, retryAfterSeconds: 7 });

    await gateway.fetchRefunds('pay_1');

    expect(waits).toContain(7_000);
  });

  it('is given up in the end, and the caller hears why', async () => {
    const { gateway } = build({ failures: 99 });

    await expect(gateway.fetchRefunds('pay_1')).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
  });
});
