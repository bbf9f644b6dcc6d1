import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../testing/api.ts';
import { buildExpert, buildSession, buildSlot, now, sessionAnswer, startsAt } from '../testing/fixtures.ts';
import { installGateway } from '../testing/gateway.ts';
import { useHindi } from '../testing/hindi.ts';

useHindi();
const common = { success: true as const, timezone: 'Asia/Kolkata', duration: 60, nextAvailableDate: null };
const api = useTestApi((server) => {
  server.on('GET /experts/:id', 200, { success: true, expert: buildExpert() });
  server.on('GET /experts/:id/available-dates', 200, { ...common, month: '2026-01', availableDates: ['2026-01-15'] });
  server.on('GET /experts/:id/availability', 200, {
    ...common,
    date: '2026-01-15',
    availableSlots: [buildSlot('14:00'), buildSlot('15:00', 'booked')],
  });
  server.on('GET /sessions/:id', 200, sessionAnswer());
});
/** The modules that read their words in Hindi. */
const page = () => import('../testing/render.tsx');
const press = (name: string | RegExp) => screen.findByRole('button', { name });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});

describe('the app in Hindi', () => {
  it('greets in Hindi and marks its language as the chosen one', async () => {
    const { renderApp } = await page();
    renderApp('/');

    expect(await screen.findByRole('heading', { level: 1, name: 'सही व्यक्ति के साथ एक सुकून भरा घंटा' })).toBeVisible();
    const footer = within(screen.getByRole('contentinfo'));
    expect(footer.getByRole('button', { name: 'हिन्दी' })).toHaveAttribute('aria-pressed', 'true');
    expect(footer.getByRole('button', { name: 'English' })).toHaveAttribute('aria-pressed', 'false');
  });

  it('books in Hindi, with the dates, times and prices of the language', async () => {
    installGateway();
    const { renderApp } = await page();
    const { user } = renderApp('/experts/dr-sarah-khan?book=1');

    expect(await screen.findByRole('heading', { name: 'चरण 1/4: तारीख चुनें' })).toHaveFocus();
    expect(await screen.findByRole('grid', { name: 'जनवरी 2026' })).toBeVisible();
    expect(screen.getByText('जनवरी 2026 में 1 दिन खाली समय है')).toBeVisible();
    await user.click(await press(/^गुरुवार, 15 जनवरी 2026/));
    await user.click(await press('आगे'));

    expect(await screen.findByRole('heading', { name: 'चरण 2/4: समय चुनें' })).toHaveFocus();
    expect(await screen.findByRole('radio', { name: '3:00 pm से 4:00 pm, भारतीय मानक समय, बुक है' })).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: /^2:00 pm से 3:00 pm/ }));
    expect(screen.getByText('₹1,500 · 60 मिनट')).toBeVisible();
    await user.click(await press('आगे'));

    expect(await screen.findByRole('heading', { name: 'चरण 3/4: बुकिंग की पुष्टि' })).toHaveFocus();
    expect(screen.getByText('2:00–3:00 pm IST')).toBeVisible();
    expect(await press('भुगतान के लिए आगे बढ़ें')).toBeVisible();
  });

  it('confirms in Hindi', async () => {
    const { renderApp, signInAs } = await page();
    signInAs(api.current);
    renderApp(`/booking/success?sessionId=${buildSession().id}`);

    expect(await screen.findByRole('heading', { level: 1, name: 'बुकिंग की पुष्टि हो गई' })).toBeVisible();
    expect(screen.getByText('हमने पूरी जानकारी asha@example.com पर भेज दी है।')).toBeVisible();
  });

  it('formats money, lists, days and distances', async () => {
    const [{ formatMoney }, { formatList }, format] = await Promise.all([
      import('../lib/money.ts'),
      import('../lib/list.ts'),
      import('../lib/time/format.ts'),
    ]);

    expect(formatMoney(150_000, 'INR')).toBe('₹1,50,000');
    expect(formatMoney(0, 'INR')).toBe('मुफ़्त');
    expect(formatList(['हिन्दी', 'English'])).toBe('हिन्दी, English');
    expect(format.shortDayAndTime(startsAt, 'Asia/Kolkata')).toBe('गुरु, 15 जन॰, 2:00 pm IST');
    expect(format.timeUntil(startsAt, new Date('2026-01-15T05:30:00Z'))).toBe('3 घंटे में');
    expect(format.weekdayName(0)).toBe('रविवार');
  });
});
