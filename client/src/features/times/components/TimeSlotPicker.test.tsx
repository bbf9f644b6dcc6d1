import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Slot } from '@serene/shared/contracts';
import { noonOf } from '../../../lib/time/noon.ts';
import { useTestApi } from '../../../testing/api.ts';
import { buildSlot, expertId } from '../../../testing/fixtures.ts';
import { renderPart } from '../../../testing/render.tsx';
import { TimeSlotPicker } from './TimeSlotPicker.tsx';

const key = 'GET /experts/:id/availability';
const answer = (availableSlots: Slot[], nextAvailableDate: string | null = null) => ({
  success: true as const,
  date: '2026-01-15',
  timezone: 'Asia/Kolkata',
  duration: 60,
  availableSlots,
  nextAvailableDate,
});
const slots = [
  buildSlot('09:00', 'past'),
  buildSlot('10:00'),
  buildSlot('11:00', 'booked'),
  buildSlot('12:15', 'break'),
  buildSlot('12:30', 'break'),
  buildSlot('14:00'),
  buildSlot('15:00', 'held'),
];
const api = useTestApi((server) => server.on(key, 200, answer(slots)));
const two = { name: '2:00 pm to 3:00 pm, India Standard Time, available' };

function renderPicker(props: Partial<Parameters<typeof TimeSlotPicker>[0]> = {}) {
  const onSelectTime = vi.fn<(time: string) => void>();
  const view = renderPart(
    <TimeSlotPicker
      expertId={expertId}
      selectedDate={noonOf('2026-01-15', 'Asia/Kolkata')}
      duration={60}
      onSelectTime={onSelectTime}
      selectedTime={null}
      {...props}
    />,
  );
  return { ...view, onSelectTime };
}

describe('TimeSlotPicker', () => {
  it('works with its required props alone, and reports the wall clock of the slot', async () => {
    const { user, onSelectTime } = renderPicker();

    await user.click(await screen.findByRole('radio', two));

    expect(onSelectTime.mock.calls).toEqual([['14:00']]);
  });

  it('asks for the day in the viewer’s zone and for the chosen length', async () => {
    renderPicker({ duration: 90 });

    await screen.findByRole('radiogroup', { name: 'Available Slots' });
    expect(api.current.calls(key)[0]?.query).toEqual({ date: '2026-01-15', duration: 90, timezone: 'Asia/Kolkata' });
  });

  it('greys a time out that is taken elsewhere while the page is open, and keeps all others', async () => {
    renderPicker();
    expect(await screen.findByRole('radio', two)).toBeEnabled();

    api.current.on(
      key,
      200,
      answer(slots.map((slot) => (slot.time === '14:00' ? buildSlot('14:00', 'booked') : slot))),
    );
    api.current.tell('changed');

    expect(await screen.findByRole('radio', { name: /2:00 pm to 3:00 pm.*booked/ })).toBeDisabled();
    expect(screen.getByRole('radio', { name: /10:00 am to 11:00 am.*available/ })).toBeEnabled();
  });

  it('names the zone of all times', async () => {
    renderPicker();

    expect(await screen.findByText('Times are shown in India Standard Time (Kolkata, GMT+5:30).')).toBeVisible();
  });

  it('tells booked, held, break and passed times apart in words', async () => {
    renderPicker();

    expect(await screen.findByRole('radio', { name: /^11:00 am.*booked$/ })).toBeDisabled();
    expect(screen.getByRole('radio', { name: /^3:00 pm.*on hold, may free up$/ })).toBeDisabled();
    expect(screen.getByText('Booked')).toBeVisible();
    expect(screen.getByText('On hold')).toBeVisible();
    expect(screen.getByText('Break: no session starts from 12:15 pm to 12:30 pm')).toBeVisible();
    expect(screen.getByText('Earlier times have passed.')).toBeVisible();
    expect(screen.queryByRole('radio', { name: /^9:00 am/ })).toBeNull();
  });

  it('shows the chosen time', async () => {
    renderPicker({ selectedTime: '14:00' });

    expect(await screen.findByRole('radio', two)).toBeChecked();
  });

  it('tells two slots of one wall clock apart when the clocks go back', async () => {
    const first = { time: '01:30', available: true, startsAt: '2026-11-01T05:30:00.000Z' };
    const second = { time: '01:30', available: true, startsAt: '2026-11-01T06:30:00.000Z' };
    api.current.on(key, 200, { ...answer([first, second]), date: '2026-11-01', timezone: 'America/New_York' });
    const onSelectSlot = vi.fn<(slot: Slot) => void>();
    const { user } = renderPicker({
      selectedDate: noonOf('2026-11-01', 'America/New_York'),
      timezone: 'America/New_York',
      selectedStartsAt: first.startsAt,
      onSelectSlot,
    });

    const [one, other] = await screen.findAllByRole('radio', { name: /^1:30 am/ });
    expect(one).toBeChecked();
    expect(other).not.toBeChecked();
    if (other) await user.click(other);

    expect(onSelectSlot.mock.calls).toEqual([[second]]);
  });

  it('is chosen by the arrow keys, past what is taken', async () => {
    const { user, onSelectTime } = renderPicker();

    (await screen.findByRole('radio', { name: /^10:00 am/ })).focus();
    await user.keyboard('{ArrowDown>}');

    await waitFor(() => expect(onSelectTime.mock.calls.at(-1)).toEqual(['14:00']));
  });

  it('says that it is loading', async () => {
    let release = () => undefined as void;
    api.current.on(key, 200, () => new Promise((done) => (release = () => done(answer(slots)))));
    renderPicker();

    expect(screen.getByText('Loading times')).toBeInTheDocument();
    await waitFor(() => expect(api.current.calls(key)).toHaveLength(1));
    release();
    expect(await screen.findByRole('radio', two)).toBeEnabled();
  });

  it('leads from a day without free times to the next free one', async () => {
    api.current.on(key, 200, answer([buildSlot('10:00', 'booked')], '2026-01-19'));
    const onSelectDay = vi.fn<(day: string) => void>();
    const { user } = renderPicker({ onSelectDay });

    // On screen, and told to people who cannot see it.
    expect(await screen.findAllByText('No free times on Thursday, 15 January 2026')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Next free day: Monday, 19 January 2026' }));

    expect(onSelectDay.mock.calls).toEqual([['2026-01-19']]);
  });

  it('offers another try when the times cannot be loaded', async () => {
    api.current.fail(key, 'INTERNAL', { requestId: 'r-42' });
    const { user } = renderPicker();

    await screen.findByText('The times could not be loaded');
    expect(screen.getByText('Request r-42')).toBeVisible();
    api.current.on(key, 200, answer(slots));
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('radio', two)).toBeEnabled();
  });
});
