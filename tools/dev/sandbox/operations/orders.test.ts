import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const create = (body: object) => world.call('POST', '/v1/orders', { body });
const inputError = { source: 'business', step: 'payment_initiation', reason: 'input_validation_failed' };

describe('create', () => {
  it('answers 200 with the order entity', async () => {
    const order = await world.sdk.orders.create({
      amount: 150_000,
      currency: 'INR',
      receipt: 'R-1',
      notes: { expertId: 'e1', minutes: 60 },
    });

    expect(order).toEqual({
      id: expect.stringMatching(/^order_[A-Za-z0-9]{14}$/),
      entity: 'order',
      amount: 150_000,
      amount_paid: 0,
      amount_due: 150_000,
      currency: 'INR',
      receipt: 'R-1',
      offer_id: null,
      status: 'created',
      attempts: 0,
      notes: { expertId: 'e1', minutes: '60' },
      created_at: Math.floor(world.clock.now().getTime() / 1000),
    });
  });

  it('shows empty notes as an array', async () => {
    expect((await create({ amount: 100, currency: 'INR' })).body).toMatchObject({ notes: [], receipt: null });
  });

  it.each([
    ['an amount that is missing', {}, 'amount: is required.', 'amount'],
    ['a fraction', { amount: 100.5 }, 'The amount must be an integer.', 'amount'],
    ['an amount in words', { amount: 'many' }, 'The amount must be an integer.', 'amount'],
    ['a negative amount', { amount: '-100' }, 'The amount must be an integer.', 'amount'],
    ['a currency that is no text', { amount: 100, currency: 5 }, 'expected string but provided 5', 'currency'],
    [
      'a receipt of 41 characters',
      { amount: 100, receipt: 'r'.repeat(41) },
      'receipt: the length must be no more than 40.',
      'receipt',
    ],
    [
      'sixteen notes',
      { amount: 100, notes: Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`k${i}`, 'v'])) },
      'Notes validation failed.',
      'notes',
    ],
    ['a note of 257 characters', { amount: 100, notes: { k: 'v'.repeat(257) } }, 'Notes validation failed.', 'notes'],
  ])('refuses %s', async (_case, body, description, field) => {
    const answer = await create({ currency: 'INR', ...body });

    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'BAD_REQUEST_ERROR', description, field, ...inputError } },
    });
  });

  it.each([
    [99, 'INR'],
    [0, 'JPY'],
    [999, 'KWD'],
  ])('refuses %i %s as less than the minimum', async (amount, currency) => {
    expect((await create({ amount, currency })).body).toMatchObject({
      error: {
        description: 'Order amount less than minimum amount allowed',
        source: 'business',
        step: 'order_creation',
        reason: 'amount_less_than_minimum_amount',
      },
    });
  });

  it('refuses fields that it does not know', async () => {
    expect(await create({ amount: 100, currency: 'INR', colour: 'blue' })).toMatchObject({
      status: 400,
      body: {
        error: { description: 'colour is/are not required and should not be sent', reason: 'extra_field_sent' },
      },
    });
  });

  it('reaches the SDK as a plain object with status and error', async () => {
    const error: unknown = await world.sdk.orders.create({ amount: 1, currency: 'INR' }).catch((e: unknown) => e);

    expect(error).not.toBeInstanceOf(Error);
    expect(error).toMatchObject({ statusCode: 400, error: { code: 'BAD_REQUEST_ERROR' } });
  });

  it.each([
    [{ capture: 'automatic', capture_options: { automatic_expiry_period: 11 } }],
    [{ capture: 'automatic' }],
    [{ capture: 'manual', capture_options: { manual_expiry_period: 7201 } }],
    [{ capture: 'automatic', capture_options: { automatic_expiry_period: 60, manual_expiry_period: 30 } }],
    [{ capture: 'sometimes' }],
  ])('refuses the capture settings %j', async (payment) => {
    expect((await create({ amount: 100, currency: 'INR', payment })).status).toBe(400);
  });
});

describe('receipt', () => {
  it('gives the same order back with unique_receipt', async () => {
    const body = { amount: 5000, currency: 'INR', receipt: 'R-unique', unique_receipt: true };

    const first = await create(body);

    expect((await create(body)).body).toEqual(first.body);
  });

  it('is refused a second time without it, naming the order that has it', async () => {
    const order = await world.order({ receipt: 'R-twice' });

    expect(await create({ amount: 5000, currency: 'INR', receipt: 'R-twice' })).toMatchObject({
      status: 400,
      body: { error: { description: 'Order receipt should be unique.', metadata: { order_id: order.id } } },
    });
  });

  it('may repeat where the account does not insist', async () => {
    const lenient = await startWorld({ uniqueReceipts: false });
    const first = await lenient.order({ receipt: 'R-twice' });

    const second = await lenient.order({ receipt: 'R-twice' });

    expect(second.id).not.toBe(first.id);
    await lenient.close();
  });
});

describe('read and edit', () => {
  it('fetches and edits notes only', async () => {
    const { id } = await world.order({ notes: { a: '1' } });

    await world.sdk.orders.edit(id, { notes: { b: '2' } });

    expect(await world.sdk.orders.fetch(id)).toMatchObject({ id, notes: { b: '2' } });
    expect((await world.call('PATCH', `/v1/orders/${id}`, { body: { amount: 1 } })).status).toBe(400);
  });

  it('lists the attempts of an order, failed ones included, oldest first', async () => {
    const { id } = await world.order();
    const failed = await world.pay(id, 'failed');
    const paid = await world.pay(id, 'captured');

    const { count, items } = await world.sdk.orders.fetchPayments(id);

    expect(count).toBe(2);
    expect(items.map((payment) => payment.id)).toEqual([failed.razorpay_payment_id, paid.razorpay_payment_id]);
  });
});

describe('list', () => {
  let own: World;
  beforeAll(async () => {
    own = await startWorld();
    for (const receipt of ['first', 'second', 'third']) {
      await own.order({ receipt });
      own.clock.moveBy(60_000);
    }
  });
  afterAll(() => own.close());

  const receipts = async (query: string) => (await own.call('GET', `/v1/orders?${query}`)).body;
  const withReceipts = (...expected: string[]) => ({
    entity: 'collection',
    count: expected.length,
    items: expected.map((receipt) => expect.objectContaining({ receipt })),
  });

  it('finds an order by its receipt', async () => {
    expect(await own.sdk.orders.all({ receipt: 'second' })).toEqual(withReceipts('second'));
    expect(await own.sdk.orders.all({ receipt: 'none' })).toEqual(withReceipts());
  });

  it('pages by count and skip, newest first', async () => {
    expect(await receipts('count=2')).toEqual(withReceipts('third', 'second'));
    expect(await receipts('count=2&skip=2')).toEqual(withReceipts('first'));
    expect((await own.call('GET', '/v1/orders?count=101')).status).toBe(400);
  });

  it('takes a period', async () => {
    const from = Math.floor(own.clock.now().getTime() / 1000) - 120;

    expect(await receipts(`from=${from}`)).toEqual(withReceipts('third', 'second'));
    expect(await receipts(`to=${from}`)).toEqual(withReceipts('second', 'first'));
    expect(await own.call('GET', '/v1/orders?from=1')).toMatchObject({
      status: 400,
      body: { error: { description: 'from must be between 946684800 and 4765046400' } },
    });
  });

  it.each(['expand[]=payments', 'expand=payments', 'expand%5Bexpand%5D=payments'])(
    'embeds payments by %s',
    async (query) => {
      const order = await own.order({ receipt: `expanded by ${query}` });
      await own.pay(order.id);

      const answer = await own.call('GET', `/v1/orders?count=1&${query}`);

      expect(answer.body).toMatchObject({
        items: [{ id: order.id, payments: { count: 1, items: [{ status: 'captured' }] } }],
      });
    },
  );

  it('embeds payments for the SDK, which garbles the parameter', async () => {
    const { items } = await own.sdk.orders.all({ 'expand[]': 'payments' });

    expect(items[0]).toHaveProperty('payments.entity', 'collection');
  });

  it('tells orders with an approved payment from the others', async () => {
    const unpaid = await own.order();

    const { body: authorised } = await own.call('GET', '/v1/orders?authorized=1');
    const { body: others } = await own.call('GET', '/v1/orders?authorized=0');

    expect(JSON.stringify(authorised)).not.toContain(unpaid.id);
    expect(JSON.stringify(others)).toContain(unpaid.id);
  });
});
