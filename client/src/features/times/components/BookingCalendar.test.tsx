import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayKey } from '../../../lib/time/days.ts';
import { now } from '../../../testing/fixtures.ts';
import { renderPart } from '../../../testing/render.tsx';
import { BookingCalendar } from './BookingCalendar.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});

function renderCalendar(availableDates: readonly string[] | undefined) {
  const chosen: string[] = [];
  const view = renderPart(
    <BookingCalendar
      selectedDate={null}
      onDateSelect={(date) => chosen.push(dayKey(date, 'Asia/Kolkata'))}
      availableDates={availableDates}
    />,
  );
  return { ...view, chosen };
}

describe('BookingCalendar', () => {
  it('offers the days that it is given, and no other', async () => {
    const { user, chosen } = renderCalendar(['2026-01-15', '2026-01-20']);

    await user.click(screen.getByRole('button', { name: 'Thursday, 15 January 2026' }));

    expect(chosen).toEqual(['2026-01-15']);
    expect(screen.getByRole('button', { name: 'Friday, 16 January 2026, no free times' })).toBeDisabled();
    expect(screen.getByText('2 days with free times in January 2026')).toBeVisible();
  });

  it('shows the next month when it is asked to', async () => {
    const { user } = renderCalendar(['2026-02-03']);

    await user.click(screen.getByRole('button', { name: 'Next month' }));

    expect(screen.getByRole('grid', { name: 'February 2026' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Tuesday, 3 February 2026' })).toBeEnabled();
  });

  it('is closed while its days are on their way', () => {
    renderCalendar(undefined);

    expect(screen.getByText('Loading free days')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Thursday, 15 January/ })).toBeDisabled();
  });
});
