import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { undisputed } from '../../../test/delivery.ts';
import { bookingMailData, linkMailData } from '../../../test/mail-data.ts';
import { createTestClock } from '../../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import type { MailTransport } from '../../gateways/mail/port.ts';
import { drainOutbox, enqueueMail, MailboxCountModel, OutboxModel, type DeliveryDependencies } from './index.ts';
import { sendLimits } from './send-limits.ts';

const clock = createTestClock();
const hour = 3_600_000;
const start = clock.now().toISOString();
const proved = sendLimits.proved[0].most;
const [perHour, perDay] = sendLimits.unproved.map(({ most }) => most);

beforeAll(() => openTestDatabase('send-limits', [OutboxModel, MailboxCountModel]));
afterEach(async () => {
  clock.moveTo(start);
  await Promise.all([OutboxModel.deleteMany({}), MailboxCountModel.deleteMany({})]);
});
afterAll(closeTestDatabase);

let taken: string[] = [];
const transport: MailTransport = {
  send: async ({ to }) => {
    taken.push(to);
    return { status: 'sent' };
  },
  close: () => undefined,
};

/** What goes out now, by recipient. */
async function drain(overrides: Partial<DeliveryDependencies> = {}): Promise<string[]> {
  taken = [];
  await drainOutbox(undisputed({ transport, clock, limits: 'on', ...overrides }));
  return taken;
}

const unproved = { isAddressProved: () => Promise.resolve(false) };
let number = 0;
/** So many mails about different bookings. */
async function owe(count: number, to = 'asha@example.com'): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    number += 1;
    const data = bookingMailData({ sessionId: number.toString(16).padStart(24, '0') });
    const mail = { key: `confirmed:${number}:customer`, to, template: 'booking-confirmation-user', data } as const;
    await enqueueMail(mail, { now: clock.now(), transaction: null });
  }
}

const owner = 'owner@example.com';
const ownerProved = { isAddressProved: (address: string) => Promise.resolve(address === owner) };
const aliases = (count: number) => Array.from({ length: count }, (_, index) => `owner+${index}@example.com`);

/** A link of this purpose for each of the addresses. */
async function oweLinks(template: 'verify-email' | 'reset-password', addresses: readonly string[]): Promise<void> {
  for (const to of addresses) {
    number += 1;
    const mail = { key: `${template}:${number}:customer`, to, template, data: linkMailData() } as const;
    await enqueueMail(mail, { now: clock.now(), transaction: null });
  }
}

describe('what a mailbox gets in an hour (E6)', () => {
  it('is limited for a proved reader, whose other mails wait; none is lost', async () => {
    await owe(proved + 3);

    expect(await drain()).toHaveLength(proved);
    expect(await drain()).toEqual([]);
    expect(await OutboxModel.countDocuments({ status: 'queued', attempts: 0 })).toBe(3);
    clock.moveBy(hour);
    expect(await drain()).toHaveLength(3);
  });

  it('is less for a reader whose address nobody has proved, and less still in a day', async () => {
    await owe(perDay ?? 0, 'victim@example.com');
    await owe(2, 'victim@example.com');

    const each: number[] = [];
    for (let hours = 0; hours <= 24; hours += 1) {
      each.push((await drain(unproved)).length);
      clock.moveBy(hour);
    }

    expect(each.slice(0, 2)).toEqual([perHour, perHour]);
    expect(each.slice(2, 24).reduce((sum, count) => sum + count, 0)).toBe(0);
    expect(each[24]).toBe(2);
    expect(await OutboxModel.countDocuments({ status: 'sent' })).toBe((perDay ?? 0) + 2);
  });

  it.each([
    ['victim+1@example.com', 'Victim+2@Example.com'],
    ['v.i.ctim@gmail.com', 'victim@googlemail.com'.replace('googlemail', 'gmail')],
  ])('counts %s and %s as one mailbox', async (one, other) => {
    await owe(perHour ?? 0, one);
    await drain(unproved);
    await owe(1, other);

    expect(await drain(unproved)).toEqual([]);
  });

  it('is counted right by several workers at once', async () => {
    await owe(proved + 10);

    const parts: number[] = [];
    await Promise.all(
      Array.from({ length: 3 }, async () => {
        parts.push(await drainOutbox(undisputed({ transport, clock, limits: 'on' })));
      }),
    );
    for (let rounds = 0; rounds < 5; rounds += 1) {
      clock.moveBy(2_000);
      await drain();
    }

    expect(await OutboxModel.countDocuments({ status: 'sent' })).toBe(proved);
  });

  it('does not keep anybody from a new password', async () => {
    await owe((perDay ?? 0) + 1, 'victim@example.com');
    await drain(unproved);
    const mail = { key: 'reset-password:1:customer', to: 'victim@example.com', template: 'reset-password' } as const;
    await enqueueMail({ ...mail, data: linkMailData() }, { now: clock.now(), transaction: null });

    expect(await drain(unproved)).toEqual(['victim@example.com']);
  });

  it('of verifying mails is few, however many accounts a stranger makes for it', async () => {
    await oweLinks('verify-email', aliases(20));

    expect(await drain(unproved)).toHaveLength(sendLimits.confirming[0].most);
    clock.moveBy(hour);
    expect(await drain(unproved)).toHaveLength(sendLimits.confirming[0].most);
  });

  it.each([
    ['verifying mails to its aliases', 'verify-email', unproved],
    ['new passwords for its aliases', 'reset-password', unproved],
    ['new passwords for its aliases, and its owner has proved it', 'reset-password', ownerProved],
  ] as const)('leaves room for a new password of its owner beside %s', async (_what, template, proofs) => {
    await oweLinks(template, aliases(20));
    await drain(proofs);
    await oweLinks('reset-password', [owner]);

    expect(await drain(proofs)).toEqual([owner]);
  });

  it('leaves room for a new password of an owner whose proved address is an alias', async () => {
    const proved = { isAddressProved: async (address: string) => address === 'owner+serene@example.com' };
    await oweLinks('reset-password', aliases(20));
    await drain(proved);
    await oweLinks('reset-password', ['owner+serene@example.com']);

    expect(await drain(proved)).toEqual(['owner+serene@example.com']);
  });

  it('counts what an older version of the server has written', async () => {
    const at = clock.now();
    const sends = Array.from({ length: 12 }, (_, index) => ({ key: `old:${index}`, at, isAccount: index < 3 }));
    await MailboxCountModel.create({ _id: owner, sends, revision: 0, lastAt: at });
    await oweLinks('verify-email', [owner]);
    await oweLinks('reset-password', [owner]);
    await owe(1, owner);

    expect(await drain(unproved)).toEqual([owner]);
    expect((await OutboxModel.find({ status: 'sent' }).lean()).map((row) => row.template)).toEqual(['reset-password']);
  });

  it('counts a mail that is tried again once', async () => {
    await owe(perHour ?? 0, 'victim@example.com');
    let isDown = true;
    const unsure: MailTransport = {
      ...transport,
      send: (mail) => (isDown ? Promise.resolve({ status: 'retry', reason: 'down' }) : transport.send(mail)),
    };
    await drain({ ...unproved, transport: unsure });
    isDown = false;
    clock.moveBy(60_000);

    expect(await drain({ ...unproved, transport: unsure })).toHaveLength(perHour ?? 0);
  });
});
