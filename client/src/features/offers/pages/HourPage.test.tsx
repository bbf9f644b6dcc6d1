import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { renderApp } from '../../../testing/render.tsx';
import { answerOwnOffers, buildHour, changeHour } from './own-offers.test-support.ts';

const hour = buildHour({ version: 7 });
const api = useTestApi((server) => answerOwnOffers(server, [], hour));
const bodies = () => api.current.calls(changeHour).map(({ body }) => body);
const rate = () => screen.findByRole('textbox', { name: 'Price per hour' });

async function openAndChange(typed: string) {
  const app = renderApp('/expert/offers/hourly');
  await app.user.clear(await rate());
  await app.user.type(await rate(), typed);
  return app;
}

describe("the expert's hour", () => {
  it('is edited with a preview of each price, and saved with its version', async () => {
    const saved = buildHour({ rate: 2000, rateMinor: 200_000, durations: [30, 90], version: 8 });
    api.current.on(changeHour, 200, { success: true, hourlyOffer: saved });
    const { user } = await openAndChange('2000');

    await user.click(screen.getByRole('checkbox', { name: '90 minutes' }));
    await user.click(screen.getByRole('checkbox', { name: '1 hour' }));
    expect(screen.getByRole('article')).toHaveTextContent(/from ₹1,000.*30 minutes ₹1,000.*90 minutes ₹3,000/);
    expect(screen.getByText('2 changes')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Saved. Customers see it now.')).toBeVisible();
    expect(bodies()).toEqual([{ isActive: true, rate: 2000, currency: 'INR', durations: [30, 90], version: 7 }]);
  });

  it('is switched off here as well', async () => {
    api.current.on(changeHour, 200, { success: true, hourlyOffer: buildHour({ isActive: false, version: 8 }) });
    const { user } = renderApp('/expert/offers/hourly');

    await user.click(await screen.findByRole('switch', { name: 'Customers can book it' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText("Saved. It is off, so customers don't see it.")).toBeVisible();
  });

  it('needs a rate and a length', async () => {
    const { user } = await openAndChange('a lot');
    await user.click(screen.getByRole('checkbox', { name: '30 minutes' }));
    await user.click(screen.getByRole('checkbox', { name: '1 hour' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));

    const summary = within(await screen.findByRole('alert'));
    expect(summary.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Enter a price, for example 1200 or 1200.50; 0 is free',
      'Choose at least one length',
    ]);
    await user.click(summary.getByRole('link', { name: 'Choose at least one length' }));
    expect(screen.getByRole('group', { name: 'Lengths' })).toHaveFocus();
    expect(bodies()).toEqual([]);
  });

  it('says which length has a price that cannot be paid', async () => {
    const message = 'A session of 30 minutes would cost INR 0.5, and the payment service takes ₹1 and more.';
    api.current.fail(changeHour, 'VALIDATION_FAILED', { details: { issues: [{ path: 'duration', message }] } });
    const { user } = await openAndChange('1');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('link', { name: message })).toBeVisible();
    expect(await rate()).toHaveValue('1');
  });

  it('is chosen between two versions where somebody else saved meanwhile', async () => {
    const theirs = buildHour({ rate: 1800, durations: [60, 90], version: 8 });
    api.current.fail(changeHour, 'VERSION_CONFLICT', { details: { hourlyOffer: theirs } });
    const { user } = await openAndChange('2000');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await user.click(await screen.findByRole('button', { name: 'See both' }));
    const both = within(screen.getByRole('region', { name: 'Where the two versions differ' }));
    expect(both.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Price per hour', 'Lengths']);
    api.current.on(changeHour, 200, { success: true, hourlyOffer: { ...theirs, rate: 2000, version: 9 } });
    await user.click(screen.getByRole('button', { name: 'Keep mine' }));

    await waitFor(() => expect(bodies()).toHaveLength(2));
    expect(bodies()[1]).toEqual({ isActive: true, rate: 2000, currency: 'INR', durations: [60, 90], version: 8 });
    expect(await screen.findByText('Saved. Customers see it now.')).toBeVisible();
  });
});
