import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayKey, wallTime } from '../../../lib/time/days.ts';
import { useTestApi, type TestApi } from '../../../testing/api.ts';
import { expertId, now } from '../../../testing/fixtures.ts';
import { renderPart } from '../../../testing/render.tsx';
import { CalendarPicker } from './CalendarPicker.tsx';

const key = 'GET /experts/:id/available-dates';
const answer = (availableDates: string[], nextAvailableDate: string | null = null) => ({
  success: true as const,
  month: '2026-01',
  timezone: 'Asia/Kolkata',
  duration: 60,
  availableDates,
  nextAvailableDate,
});
const api = useTestApi((server) => server.on(key, 200, answer(['2026-01-15', '2026-01-16'])));
const day = (name: RegExp) => screen.findByRole('button', { name });
const months = (server: TestApi) => server.calls(key).map((call) => call.query);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});

function renderCalendar(props: Partial<Parameters<typeof CalendarPicker>[0]> = {}) {
  const onSelectDate = vi.fn<(date: Date) => void>();
  const view = renderPart(
    <CalendarPicker expertId={expertId} onSelectDate={onSelectDate} selectedDate={null} {...props} />,
  );
  return { ...view, onSelectDate };
}

describe('CalendarPicker', () => {
  it('works with its required props alone', async () => {
    renderCalendar();

    expect(await day(/^Thursday, 15 January 2026$/)).toBeEnabled();
    expect(screen.getByRole('grid', { name: 'January 2026' })).toBeVisible();
  });

  it('opens the free days, and says of the others that they have no times', async () => {
    renderCalendar();

    await day(/^Thursday, 15 January 2026$/);
    expect(screen.getByRole('button', { name: 'Saturday, 17 January 2026, no free times' })).toBeDisabled();
    expect(screen.getByText('2 days with free times in January 2026')).toBeVisible();
    expect(screen.getByText(/Available dates are highlighted/)).toBeVisible();
  });

  it.each([
    ['Asia/Kolkata', '2026-01-15', '2026-01'],
    ['America/New_York', '2026-03-08', '2026-03'],
    ['America/New_York', '2026-11-01', '2026-11'],
    ['Pacific/Auckland', '2026-04-05', '2026-04'],
    ['Pacific/Auckland', '2026-09-27', '2026-09'],
  ])('reports the very day that was pressed in %s: %s', async (timezone, date, month) => {
    api.current.on(key, 200, answer([date]));
    const { user, onSelectDate } = renderCalendar({ timezone, minDate: new Date(`${month}-01T12:00:00Z`) });

    await user.click(await day(/^\w+day, \d+ \w+ 2026$/));

    const [chosen = new Date(0)] = onSelectDate.mock.calls[0] ?? [];
    expect(dayKey(chosen, timezone)).toBe(date);
    expect(wallTime(chosen, timezone)).toBe('12:00');
  });

  it('marks the chosen day', async () => {
    renderCalendar({ selectedDate: new Date('2026-01-15T06:30:00Z') });

    expect(await day(/^Thursday, 15 January 2026, selected$/)).toBeEnabled();
  });

  it('never opens a past day, whatever the server says', async () => {
    api.current.on(key, 200, answer(['2026-01-09', '2026-01-15']));
    renderCalendar();

    await day(/^Thursday, 15 January 2026$/);
    expect(screen.getByRole('button', { name: 'Friday, 9 January 2026, no free times' })).toBeDisabled();
  });

  it('keeps its grid, closed and busy, while a month loads', async () => {
    let release = () => undefined as void;
    api.current.on(key, 200, () => new Promise((done) => (release = () => done(answer(['2026-01-15'])))));
    const { container } = renderCalendar({ selectedDate: new Date('2026-01-20T06:30:00Z') });

    expect(screen.getByRole('grid')).toBeVisible();
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(screen.getByRole('button', { name: /15 January 2026/ })).toBeDisabled();

    await waitFor(() => expect(api.current.calls(key)).toHaveLength(1));
    release();
    expect(await day(/^Thursday, 15 January 2026$/)).toBeEnabled();
  });

  it('asks for the month that is turned to, in the zone and for the length in question', async () => {
    const { user } = renderCalendar({ duration: 90, timezone: 'Europe/London' });

    await day(/^Thursday, 15 January 2026$/);
    await user.click(screen.getByRole('button', { name: 'Next month' }));

    expect(await screen.findByRole('grid', { name: 'February 2026' })).toBeVisible();
    await waitFor(() =>
      expect(months(api.current)).toContainEqual({ month: '2026-02', duration: 90, timezone: 'Europe/London' }),
    );
  });

  it.each([
    ['the month after', '2026-02-02', 'February 2026'],
    ['months later, in the next year', '2027-04-01', 'April 2027'],
  ])('opens at the first month that has a free day: %s', async (_what, next, month) => {
    const inMonth = (query: unknown) => JSON.stringify(query).includes(next.slice(0, 7));
    api.current.on(key, 200, ({ query }) => (inMonth(query) ? answer([next]) : answer([], next)));
    renderCalendar({ maxDate: new Date('2027-12-31T00:00:00Z') });

    // Until it is known, no month is shown.
    expect(screen.queryByRole('grid')).toBeNull();
    expect((await screen.findByRole('grid')).getAttribute('aria-label')).toBe(month);
    expect(await day(new RegExp(`, 0?${Number(next.slice(8))} ${month}$`))).toBeEnabled();
    // The way back stays.
    expect(screen.getByRole('button', { name: 'Previous month' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('stays with a day that was chosen, though its month has no free day any more', async () => {
    api.current.on(key, 200, answer([], '2026-03-02'));
    renderCalendar({ selectedDate: new Date('2026-02-10T06:30:00Z') });

    expect(await screen.findByText('No free times in February 2026')).toBeVisible();
  });

  it('leads from a month without free days to the next one', async () => {
    api.current.on(key, 200, answer([], '2026-03-02'));
    const { user, onSelectDate } = renderCalendar({ selectedDate: new Date('2026-01-15T06:30:00Z') });

    expect(await screen.findByText('No free times in January 2026')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next free day: Monday, 2 March 2026' }));

    expect(dayKey(onSelectDate.mock.calls[0]?.[0] ?? new Date(0), 'Asia/Kolkata')).toBe('2026-03-02');
    expect(await screen.findByRole('grid', { name: 'March 2026' })).toBeVisible();
  });

  it('says when nothing is free at all', async () => {
    api.current.on(key, 200, answer([]));
    renderCalendar();

    expect(await screen.findByText(/There are no free times at the moment/)).toBeVisible();
  });

  it('offers another try when the days cannot be loaded', async () => {
    api.current.fail(key, 'INTERNAL');
    const { user } = renderCalendar();

    await screen.findByText('The free days could not be loaded');
    api.current.on(key, 200, answer(['2026-01-15']));
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await day(/^Thursday, 15 January 2026$/)).toBeEnabled();
  });

  it('is walked by the keyboard: arrows by free day, Enter chooses', async () => {
    const { user, onSelectDate } = renderCalendar();

    (await day(/^Thursday, 15 January 2026$/)).focus();
    await user.keyboard('{ArrowRight}{Enter}');

    expect(dayKey(onSelectDate.mock.calls[0]?.[0] ?? new Date(0), 'Asia/Kolkata')).toBe('2026-01-16');
  });
});
