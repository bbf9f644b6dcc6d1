import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { offer } from '../../../../test/offers.ts';
import { holdBooking, openBooking, showBooking, wantedOf } from '../../../../test/scheduling.ts';
import { ClaimModel } from '../../claims/index.ts';
import { OutboxModel } from '../../notifications/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('scheduling-details');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe('questions, pathway and notes (F6)', () => {
  const asked = {
    questions: [
      { id: 'goal', kind: 'long' as const, label: 'What for?', required: true },
      { id: 'before', kind: 'yes-no' as const, label: 'Before?', required: false },
      { id: 'how', kind: 'choice' as const, label: 'How?', required: false, choices: ['Talking', 'Writing'] },
      { id: 'phone', kind: 'phone' as const, label: 'Phone?', required: false },
    ],
  };

  it.each([
    ['a required answer left out', []],
    ['a required answer of blanks', [{ questionId: 'goal', answer: '  ' }]],
    [
      'a choice that is none',
      [
        { questionId: 'goal', answer: 'x' },
        { questionId: 'how', answer: 'Singing' },
      ],
    ],
    [
      'neither yes nor no',
      [
        { questionId: 'goal', answer: 'x' },
        { questionId: 'before', answer: 'maybe' },
      ],
    ],
    [
      'no telephone number',
      [
        { questionId: 'goal', answer: 'x' },
        { questionId: 'phone', answer: 'call me' },
      ],
    ],
    [
      'an answer given twice',
      [
        { questionId: 'goal', answer: 'x' },
        { questionId: 'goal', answer: 'y' },
      ],
    ],
  ])('are refused with %s, before anything is held', async (_what, answers) => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert, asked);

    const body = wantedOf(type, { answers });
    expect((await world.post('/scheduling/bookings', asha, body)).status).toBe(400);
    expect(await ClaimModel.countDocuments()).toBe(0);
  });

  it('reach the two people with the booking and the session, and nobody else', async () => {
    const [asha, ravi, admin] = [await world.customer(), await world.customer('Ravi Rao'), await world.admin()];
    const [expert, other] = [await world.expert(), await world.expert()];
    const pathway = { category: 'pathway' as const, access: 'members' as const, pathways: ['Sleep', 'Work'] };
    const type = await offer(world, expert, { ...asked, ...pathway });
    const told = { answers: [{ questionId: 'goal', answer: 'To sleep' }], pathway: 'Work', notes: 'I am nervous.' };
    const { id } = await holdBooking(world, asha, wantedOf(type, told));
    await world.pay((await openBooking(world, asha, id)).orderId);

    const answers = [{ questionId: 'goal', question: 'What for?', answer: 'To sleep' }];
    for (const person of [asha, expert]) {
      expect(await showBooking(world, person, id)).toMatchObject({ answers, pathway: 'Work', notes: 'I am nervous.' });
      const { session } = (await world.get(`/sessions/${id}`, person)).body;
      expect(session).toMatchObject({ title: type.title, answers, pathway: 'Work', notes: 'I am nervous.' });
    }
    expect(JSON.stringify(await showBooking(world, admin, id))).not.toContain('nervous');
    expect(JSON.stringify((await world.get(`/sessions/${id}`, admin)).body)).not.toContain('nervous');
    for (const person of [ravi, other])
      expect((await world.get(`/scheduling/bookings/${id}`, person)).status).toBe(404);
    const mails = await OutboxModel.find().lean();
    const telling = mails.filter(({ data }) => JSON.stringify(data).includes('nervous'));
    expect(telling.map(({ template }) => template)).toEqual(['new-booking-expert']);
    const atGateway = JSON.stringify(await world.gatewayState());
    expect(atGateway).not.toContain('nervous');
    expect(atGateway).not.toContain('To sleep');
  });

  it('asked for again with other answers are another booking on the same time', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert, asked);
    const body = (answer: string) => wantedOf(type, { answers: [{ questionId: 'goal', answer }] });

    const [first, same, other] = [
      await holdBooking(world, asha, body('To sleep')),
      await holdBooking(world, asha, body('To sleep')),
      await holdBooking(world, asha, body('To work')),
    ];

    expect(same.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    expect(await ClaimModel.countDocuments()).toBe(1);
    expect(await showBooking(world, asha, first.id)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'UNPAID' });
  });
});
