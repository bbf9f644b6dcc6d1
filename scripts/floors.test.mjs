import { describe, expect, it } from 'vitest';
import { findOrderFaults, findRings, readFeatureOrder, statedOrder } from './floors.mjs';

const features = 'server/src/features';
const module = (/** @type {string} */ source, /** @type {string[]} */ ...imports) => ({
  source: `${features}/${source}`,
  dependencies: imports.map((path) => ({ resolved: `${features}/${path}` })),
});

describe('the order of features', () => {
  const order = readFeatureOrder('- **Features of the server**: `claims`, `experts`, `payments`.\n');

  it('is read from the architecture page, which lists both sides', () => {
    expect(order).toEqual({ server: ['claims', 'experts', 'payments'], client: [] });
    expect(statedOrder().server).toContain('payments');
    expect(statedOrder().client).toContain('booking');
  });

  it('lets a feature know those before it', () => {
    expect(findOrderFaults([module('payments/routes.ts', 'experts/index.ts', 'claims/index.ts')], order)).toEqual([]);
  });

  it.each([
    ['a later one', module('experts/list.ts', 'payments/index.ts')],
    ['one that is not listed', module('payments/routes.ts', 'gifts/index.ts')],
    ['any while it is not listed itself', module('gifts/routes.ts', 'claims/index.ts')],
  ])('finds a feature that knows %s', (_what, wrong) => {
    expect(findOrderFaults([wrong], order)).toMatchObject([
      { from: wrong.source, to: wrong.dependencies[0]?.resolved, reason: expect.stringContaining('architecture.md') },
    ]);
  });

  it('leaves tests alone', () => {
    expect(findOrderFaults([module('experts/list.test.ts', 'payments/index.ts')], order)).toEqual([]);
  });
});

describe('the folders of a feature', () => {
  const lawful = [
    module('payments/index.ts', 'payments/orders/create-order.ts', 'payments/records/payment-model.ts'),
    module('payments/orders/create-order.ts', 'payments/records/payment-model.ts', 'payments/dependencies.ts'),
    module('payments/dependencies.ts', 'payments/records/payment-model.ts'),
    module('experts/records/model.ts', 'payments/orders/create-order.ts'),
  ];

  it('may lie on each other, and share what lies beside them', () => {
    expect(findRings(lawful)).toEqual([]);
  });

  it('form a ring when one needs another that needs it, also by way of a third', () => {
    const back = module('payments/records/find.ts', 'payments/refunds/queue.ts');
    const third = module('payments/refunds/queue.ts', 'payments/orders/create-order.ts');

    expect(findRings([...lawful, back, third]).map(({ from }) => from)).toEqual([
      `${features}/payments/orders/create-order.ts`,
      back.source,
      third.source,
    ]);
  });
});
