import request from 'supertest';
import { endpoints } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus, type TestPerson } from '../../../test/booking-world.ts';
import { createUnsubscribeLinks } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('unsubscribe');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const pathFor = ({ userId }: TestPerson, secret = world.config.JWT_SECRET) =>
  new URL(createUnsubscribeLinks({ secret, frontendUrl: world.config.FRONTEND_URL }).urlFor(userId.toHexString()))
    .pathname;

async function wantsReminders(person: TestPerson): Promise<boolean> {
  const response = await world.get('/me', person);
  return endpoints['GET /me'].responses[200].parse(expectStatus(response, 200)).user.reminders;
}

/** As a mail program does it: a form, no sign-in, no cookie (RFC 8058 §3.2). */
const oneClick = (path: string) => request(world.server).post(path).type('form').send('List-Unsubscribe=One-Click');

describe('the link that stops reminders (RFC 8058)', () => {
  it('stops them by one request of the mail program, for its reader only', async () => {
    const [asha, ravi] = [await world.customer(), await world.customer('Ravi Rao')];

    const response = await oneClick(pathFor(asha));

    expect(response.status).toBe(200);
    expect(response.text).toContain('Reminders are off');
    expect([await wantsReminders(asha), await wantsReminders(ravi)]).toEqual([false, true]);
    expect((await oneClick(pathFor(asha))).status).toBe(200);
  });

  it('asks first when it is opened, since programs that look for viruses open it as well', async () => {
    const asha = await world.customer();

    const page = await request(world.server).get(pathFor(asha));

    expect(page.text).toContain('<form method="post">');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['content-security-policy']).toContain("form-action 'self'");
    expect(await wantsReminders(asha)).toBe(true);
  });

  it('speaks the language of the mail that led to it', async () => {
    const asha = await world.customer();
    await world.patch('/me', asha, { locale: 'hi-IN' });

    const question = await request(world.server).get(pathFor(asha));
    const answer = await oneClick(pathFor(asha));

    expect(question.text).toContain('<html lang="hi">');
    expect(question.text).toContain('<button>रिमाइंडर बंद करें</button>');
    expect(answer.text).toContain('<h1>रिमाइंडर बंद हैं</h1>');
  });

  it.each([
    ['of another server', (person: TestPerson) => pathFor(person, 'another secret of thirty-two bytes!!')],
    ['that somebody made up', () => '/api/v1/unsubscribe/rubbish'],
    [
      'with the signature of another reader',
      (person: TestPerson) => pathFor(person).replace(/[0-9a-f]{24}/, '0'.repeat(24)),
    ],
  ])('%s is none', async (_which, path) => {
    const asha = await world.customer();

    expect((await oneClick(path(asha))).status).toBe(404);
    expect(await wantsReminders(asha)).toBe(true);
  });

  it('is undone in the account', async () => {
    const asha = await world.customer();
    await oneClick(pathFor(asha));

    const response = await world.patch('/me', asha, { reminders: true });

    expect(endpoints['PATCH /me'].responses[200].parse(expectStatus(response, 200)).user.reminders).toBe(true);
  });
});
