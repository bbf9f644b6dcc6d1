import { wallClockAt } from '@serene/shared/scheduling';
import type { Person } from './api-client.ts';
import { askToBook } from './ask-to-book.ts';
import { chooseSlot, type Wish } from './choose-slot.ts';
import { byConfirm, byCreateOrder, byHold } from './doors.ts';
import { payFor } from './pay.ts';
import { payForHold, type Remembered } from './pay-for-hold.ts';
import type { Role, World } from './world.ts';

/** A customer, who remembers what they held. */
export type Customer = Role & { person: Person; remembered: Remembered[] };

/** Where a free session is booked: the first door knows the expert's hour only. */
const freeDoors = { session: 40, hold: 30, confirm: 30 };
const paidDoors = { order: 60, hold: 25, confirm: 15 };
/** The release before has no others. */
const freeDoorsOfBoth = { session: 100, hold: 0, confirm: 0 };
const paidDoorsOfBoth = { order: 100, hold: 0, confirm: 0 };

/** A customer wants a session, and does what customers do on the way to it. */
export async function book(world: World, customer: Customer): Promise<void> {
  const wish = await chooseSlot(world, customer.person, customer);
  if (!wish) return;
  if (wish.offer.priceMinor === 0) await bookFree(world, customer, wish);
  else await bookPaid(world, customer, wish);
}

async function bookFree(world: World, customer: Customer, wish: Wish): Promise<void> {
  const { api, tally } = world;
  const { person, random } = customer;
  const door = random.weighted(world.stack.isMixed ? freeDoorsOfBoth : freeDoors);
  if (door === 'session' && wish.offer.sessionTypeId === null) {
    const { profile } = wish.expert;
    const { date, time } = wallClockAt(Date.parse(wish.startsAt), profile.schedule.timezone);
    const slot = { scheduledDate: date, scheduledTime: time, duration: wish.offer.duration };
    const answer = await api.call(person, 'POST /sessions', {
      body: { expertId: profile._id.toHexString(), ...slot },
    });
    if ('body' in answer) tally.count('did', 'booked for free');
    return;
  }
  const isBooked =
    door === 'hold'
      ? 'body' in (await askToBook(world, customer, byHold(world, person, wish)))
      : 'body' in (await askToBook(world, customer, byConfirm(world, person, wish)));
  if (isBooked) tally.count('did', `booked for free by ${door === 'hold' ? 'hold' : 'confirm'}`);
}

async function bookPaid(world: World, customer: Customer, wish: Wish): Promise<void> {
  const { person, random } = customer;
  const door = random.weighted(world.stack.isMixed ? paidDoorsOfBoth : paidDoors);
  if (door !== 'order') {
    const bookingId = await hold(world, customer, { wish, door });
    if (bookingId !== null) await payForHold(world, customer, { bookingId, wish });
    return;
  }
  const answer = await askToBook(world, customer, byCreateOrder(world, person, wish));
  if (!('body' in answer)) return;
  const { orderId, paymentId, bookingId } = answer.body;
  world.paymentIds.push(paymentId);
  customer.remembered.push({ bookingId, wish });
  world.tally.count('did', 'held a slot');
  await payFor(world, person, { ...customer, orderId, paymentId, wish });
}

/** Holds without a checkout. @returns the booking */
async function hold(
  world: World,
  customer: Customer,
  { wish, door }: { wish: Wish; door: 'hold' | 'confirm' },
): Promise<string | null> {
  const { person } = customer;
  world.tally.count('did', `asks to ${door}`);
  if (door === 'hold') {
    const answer = await askToBook(world, customer, byHold(world, person, wish));
    return 'body' in answer ? answer.body.booking.id : null;
  }
  const answer = await askToBook(world, customer, byConfirm(world, person, wish));
  return 'body' in answer ? answer.body.booking.id : null;
}
