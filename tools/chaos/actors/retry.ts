import { askToBook } from './ask-to-book.ts';
import type { Customer } from './book.ts';
import { byRetry } from './doors.ts';
import { payForHold } from './pay-for-hold.ts';
import type { World } from './world.ts';

/** Further back nobody remembers. */
const mostRemembered = 12;

/** A customer presses "try again" on one of their bookings, at times twice at once or in two tabs, and pays. */
export async function retry(world: World, customer: Customer): Promise<void> {
  const { person, random, remembered } = customer;
  remembered.splice(0, remembered.length - mostRemembered);
  if (remembered.length === 0) return;
  const { bookingId: id, wish } = random.pick(remembered);
  const press = () => askToBook(world, customer, byRetry(world, person, id));
  const [answer] = await Promise.all([press(), random.chance(0.3) ? press() : null]);
  const booking = 'body' in answer ? answer.body.booking : null;
  const isToBePaid = booking?.status === 'PENDING' && booking.paymentStatus === 'UNPAID';
  const outcome = booking === null ? ': not done' : isToBePaid && booking.id !== id ? '' : ': nothing to pay';
  world.tally.count('did', `retries${outcome}`);
  if (isToBePaid) await payForHold(world, customer, { bookingId: booking.id, wish });
}
