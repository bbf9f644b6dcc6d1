import type { SlotReason, TimeSlot } from '@serene/shared/contracts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildSlot } from '../../../testing/fixtures.ts';
import { renderPart } from '../../../testing/render.tsx';
import { TimeSlotSelector } from './TimeSlotSelector.tsx';

function slot(time: string, reason?: SlotReason): TimeSlot {
  const { startsAt, ...rest } = buildSlot(time, reason);
  return { ...rest, startTime: startsAt, endTime: new Date(Date.parse(startsAt) + 45 * 60_000).toISOString() };
}
const timeSlots = [slot('09:00'), slot('10:00'), slot('11:00', 'booked'), slot('14:00'), slot('18:00')];

function renderSelector(selected?: string) {
  const chosen: TimeSlot[] = [];
  const view = renderPart(
    <TimeSlotSelector timeSlots={timeSlots} onSelect={(next) => chosen.push(next)} selected={selected} />,
  );
  return { ...view, chosen };
}

describe('TimeSlotSelector', () => {
  it('groups the times by the parts of the day', () => {
    renderSelector();

    const times = (part: string) =>
      within(screen.getByRole('group', { name: part }))
        .getAllByRole('radio')
        .map((radio) => radio.getAttribute('aria-label')?.split(',')[0]);
    expect(times('Morning')).toEqual(['9:00 am to 9:45 am', '10:00 am to 10:45 am', '11:00 am to 11:45 am']);
    expect(times('Afternoon')).toEqual(['2:00 pm to 2:45 pm']);
    expect(times('Evening')).toEqual(['6:00 pm to 6:45 pm']);
  });

  it('lets nothing be chosen while the times of another day are on their way', async () => {
    const chosen: TimeSlot[] = [];
    const { user } = renderPart(
      <TimeSlotSelector timeSlots={timeSlots} onSelect={(next) => chosen.push(next)} isBusy />,
    );

    expect(screen.getByRole('radio', { name: /^9:00 am/ })).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: /^9:00 am/ }));

    expect(chosen).toEqual([]);
  });

  it('gives the slot that is chosen, and shows it', async () => {
    const { user, chosen } = renderSelector(slot('14:00').startTime);

    expect(screen.getByRole('radio', { name: /^2:00 pm/ })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /^9:00 am/ }));

    expect(chosen).toEqual([timeSlots[0]]);
  });

  it('offers the nearest three when the chosen time was taken', async () => {
    const { user, chosen } = renderSelector(slot('11:00').startTime);

    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText('That time is no longer free. Choose another one.')).toBeVisible();
    const offered = alert.getAllByRole('button').map((button) => button.textContent);
    expect(offered).toEqual(['9:00 am', '10:00 am', '2:00 pm']);
    await user.click(alert.getByRole('button', { name: '10:00 am' }));

    expect(chosen).toEqual([timeSlots[1]]);
  });

  it('says when the session does not fit at the chosen time', async () => {
    renderSelector(slot('13:50').startTime);

    expect(await screen.findByText("45 minutes don't fit at that time. Choose another one.")).toBeVisible();
  });
});
