import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';
import {
  answerOwnOffers,
  buildHour,
  buildOwnType,
  changeHour,
  changeType,
  deleteType,
  listTypes,
  makeType,
  orderTypes,
  readHour,
  richType,
  typeId,
} from './own-offers.test-support.ts';

const first = buildOwnType({ title: 'First talk', price: 0, priceMinor: 0, category: 'free', durationMinutes: 15 });
const second = buildOwnType({ id: typeId(2), title: 'Sleep consultation', position: 1, version: 3 });
const third = { ...richType, id: typeId(3), position: 2 };
const api = useTestApi((server) => answerOwnOffers(server, [second, first, third]));

const row = async (title: string) => within(await screen.findByRole('article', { name: title }));
const openSwitch = async (title: string) => (await row(title)).getByRole('switch');
const choose = async (user: ReturnType<typeof renderApp>['user'], title: string, action: string) => {
  await user.click((await row(title)).getByRole('button', { name: `More for ${title}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
};
const titles = () => screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'));

describe('/expert/offers', () => {
  it('edits nothing of an answer that was meant for visitors: their terms are not in it', async () => {
    const { terms: _terms, ...visible } = second;
    api.current.on(listTypes, 200, { success: true, sessionTypes: [visible] });
    renderApp('/expert/offers');

    expect(await screen.findByText('Your offers could not be loaded')).toBeVisible();
    expect(screen.queryByRole('article', { name: 'Sleep consultation' })).toBeNull();
  });

  it('lists the hour first, then the session types as their expert arranged them', async () => {
    renderApp('/expert/offers');

    expect(await screen.findByRole('heading', { level: 1, name: 'My offers' })).toBeVisible();
    await row('First talk');
    expect(titles()).toEqual(['Single session', 'First talk', 'Sleep consultation', 'Sleep pathway']);
    expect((await row('Single session')).getByText('₹1,500 per hour, 30 minutes, 60 minutes')).toBeVisible();
    expect((await row('First talk')).getByText('15 minutes, Free')).toBeVisible();
    expect((await row('First talk')).getByRole('link', { name: 'First talk' })).toHaveAttribute(
      'href',
      `/expert/offers/${first.id}`,
    );
    expect(api.current.calls(listTypes)[0]?.query).toMatchObject({ includeInactive: 'true' });
  });

  it('is one of the links of experts, and for them alone', async () => {
    renderApp('/expert/offers');
    expect((await screen.findAllByRole('link', { name: 'Offers' }))[0]).toHaveAttribute('href', '/expert/offers');
  });

  it('is not shown to customers', async () => {
    signInAs(api.current, buildUser());
    renderApp('/expert/offers');

    expect(await screen.findByText(/It's for experts/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Offers' })).toBeNull();
  });

  it('invites to a first offer where there is none', async () => {
    answerOwnOffers(api.current, []);
    renderApp('/expert/offers');

    expect(await screen.findByText('Add your first offer, for example a 60 minute session.')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'New offer' })[0]).toHaveAttribute('href', '/expert/offers/new');
  });

  it('says why an offer cannot be booked', async () => {
    const foreign = { ...first, currency: 'USD', isForSale: false };
    answerOwnOffers(api.current, [foreign, { ...second, isForSale: false }, { ...third, isActive: false }]);
    renderApp('/expert/offers');

    expect((await row('First talk')).getByText(/price is in USD, and you sell in INR/)).toBeVisible();
    expect((await row('Sleep consultation')).getByText(/payment service can't take this price/)).toBeVisible();
    expect((await row('Sleep pathway')).getByText('Off')).toBeVisible();
    expect((await row('Sleep pathway')).queryByText("Can't be booked")).toBeNull();
  });

  it('offers another try where it could not be loaded', async () => {
    api.current.fail(readHour, 'INTERNAL');
    const { user } = renderApp('/expert/offers');

    await screen.findByText('Your offers could not be loaded');
    api.current.on(readHour, 200, { success: true, hourlyOffer: buildHour() });
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await row('First talk')).toBeDefined();
  });
});

describe('switching an offer', () => {
  it('saves at once, with all else as it was', async () => {
    api.current.on(changeType, 200, { success: true, sessionType: { ...second, isActive: false, version: 4 } });
    const { user } = renderApp('/expert/offers');
    expect(await openSwitch('Sleep consultation')).toHaveAccessibleName('Customers can book Sleep consultation');

    await user.click(await openSwitch('Sleep consultation'));

    expect(await (await row('Sleep consultation')).findByText('Off')).toBeVisible();
    expect(await openSwitch('Sleep consultation')).not.toBeChecked();
    await waitFor(() => expect(screen.getByText("Saved. Customers don't see it any more.")).toBeVisible());
    expect(api.current.calls(changeType).map(({ body }) => body)).toEqual([
      expect.objectContaining({ isActive: false, version: 3, title: 'Sleep consultation', price: 1200, questions: [] }),
    ]);
  });

  it('goes back where it could not be saved, and says why', async () => {
    api.current.fail(changeType, 'INTERNAL');
    const { user } = renderApp('/expert/offers');

    await user.click(await openSwitch('Sleep consultation'));

    expect(await (await row('Sleep consultation')).findByRole('alert')).toHaveTextContent('This could not be saved');
    expect(await openSwitch('Sleep consultation')).toBeChecked();
  });

  it('says that there was no connection', async () => {
    const { user } = renderApp('/expert/offers');
    await row('First talk');
    api.current.setOnline(false);

    await user.click(await openSwitch('First talk'));

    expect(await (await row('First talk')).findByText(/service could not be reached/)).toBeVisible();
    expect(await openSwitch('First talk')).toBeChecked();
  });

  it('shows what was saved elsewhere meanwhile', async () => {
    const theirs = { ...second, title: 'Night talk', isActive: false, version: 4 };
    api.current.fail(changeType, 'VERSION_CONFLICT', { details: { sessionType: theirs } });
    const { user } = renderApp('/expert/offers');

    await user.click(await openSwitch('Sleep consultation'));

    expect(await (await row('Night talk')).findByText(/changed somewhere else/)).toBeVisible();
    expect(await openSwitch('Night talk')).not.toBeChecked();
  });

  it('explains that no more can be on', async () => {
    const issues = [{ in: 'body', path: 'isActive', message: 'You can have 50 active offers.' }];
    answerOwnOffers(api.current, [{ ...first, isActive: false }]);
    api.current.fail(changeType, 'VALIDATION_FAILED', { details: { issues } });
    const { user } = renderApp('/expert/offers');

    await user.click(await openSwitch('First talk'));

    expect(await screen.findByText(/at most 50 offers switched on. Switch one off first/)).toBeVisible();
  });

  it('works for the hour, from the switch and from the menu', async () => {
    api.current.on(changeHour, 200, { success: true, hourlyOffer: buildHour({ isActive: false, version: 1 }) });
    const { user } = renderApp('/expert/offers');

    await user.click(await openSwitch('Single session'));
    expect(await (await row('Single session')).findByText('Off')).toBeVisible();
    api.current.on(changeHour, 200, { success: true, hourlyOffer: buildHour({ version: 2 }) });
    await choose(user, 'Single session', 'Switch on');

    await waitFor(async () => expect(await openSwitch('Single session')).toBeChecked());
    expect(api.current.calls(changeHour).map(({ body }) => body)).toEqual([
      { isActive: false, rate: 1500, currency: 'INR', durations: [30, 60], version: 0 },
      { isActive: true, rate: 1500, currency: 'INR', durations: [30, 60], version: 1 },
    ]);
  });
});

describe('the order of offers', () => {
  it('changes at once by the buttons, which keep the focus', async () => {
    const arranged = [second, first, third].map((type, position) => ({ ...type, position }));
    api.current.on(orderTypes, 200, { success: true, sessionTypes: arranged });
    const { user } = renderApp('/expert/offers');

    (await row('Sleep consultation')).getByRole('button', { name: 'Move up: Sleep consultation' }).focus();
    await user.keyboard('{Enter}');

    await waitFor(() =>
      expect(titles()).toEqual(['Single session', 'Sleep consultation', 'First talk', 'Sleep pathway']),
    );
    await waitFor(() => expect(api.current.calls(orderTypes)).toHaveLength(1));
    expect(api.current.calls(orderTypes)[0]?.body).toEqual({ ids: [second.id, first.id, third.id] });
    expect(screen.getByRole('button', { name: 'Move up: Sleep consultation' })).toHaveFocus();
    expect(screen.getByText('Sleep consultation is number 1 of 3 now')).toBeInTheDocument();
  });

  it('changes from the menu, which offers only places that there are', async () => {
    api.current.on(orderTypes, 200, { success: true, sessionTypes: [second, first, third] });
    const { user } = renderApp('/expert/offers');

    await user.click((await row('First talk')).getByRole('button', { name: 'More for First talk' }));
    expect(await screen.findByRole('menuitem', { name: 'Move down' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Move up' })).toBeNull();
    await user.click(screen.getByRole('menuitem', { name: 'Move down' }));

    await waitFor(() => expect(api.current.calls(orderTypes)).toHaveLength(1));
  });

  it('is the old one again where it could not be saved', async () => {
    api.current.fail(orderTypes, 'BUSY');
    const { user } = renderApp('/expert/offers');

    await choose(user, 'Sleep pathway', 'Move up');

    expect(await screen.findByText('The order could not be saved')).toBeVisible();
    expect(titles()).toEqual(['Single session', 'First talk', 'Sleep consultation', 'Sleep pathway']);
  });
});

describe('the menu of an offer', () => {
  it('duplicates it: the copy is off', async () => {
    const copied = { ...third, id: typeId(4), title: 'Copy of Sleep pathway', isActive: false, position: 3 };
    api.current.on(makeType, 201, { success: true, sessionType: copied });
    const { user } = renderApp('/expert/offers');

    await choose(user, 'Sleep pathway', 'Duplicate');

    const notice = await screen.findByText('“Copy of Sleep pathway” is in your list');
    await waitFor(() => expect(notice.closest('output')).toHaveFocus());
    expect(screen.getByText('It is off until you turn it on.')).toBeVisible();
    expect(await openSwitch('Copy of Sleep pathway')).not.toBeChecked();
    expect(api.current.calls(makeType)[0]?.body).toMatchObject({ title: 'Copy of Sleep pathway', isActive: false });
  });

  it('says why it could not be duplicated', async () => {
    api.current.fail(makeType, 'INTERNAL');
    const { user } = renderApp('/expert/offers');

    await choose(user, 'First talk', 'Duplicate');

    expect(await screen.findByText('It could not be duplicated')).toBeVisible();
  });

  it('asks before it deletes, with the focus on the harmless button', async () => {
    api.current.on(deleteType, 200, { success: true, deleted: true, sessionType: null });
    const { user } = renderApp('/expert/offers');

    await choose(user, 'First talk', 'Delete');
    const question = within(await screen.findByRole('alertdialog', { name: 'Delete “First talk”?' }));
    expect(question.getByRole('button', { name: 'Keep it' })).toHaveFocus();
    await user.click(question.getByRole('button', { name: 'Delete' }));

    expect(await screen.findByText('“First talk” is deleted')).toBeVisible();
    expect(titles()).toEqual(['Single session', 'Sleep consultation', 'Sleep pathway']);
  });

  it('says when it was only switched off, since it was booked before', async () => {
    api.current.on(deleteType, 200, { success: true, deleted: false, sessionType: { ...first, isActive: false } });
    const { user } = renderApp('/expert/offers');

    await choose(user, 'First talk', 'Delete');
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));

    expect(await screen.findByText('“First talk” is switched off')).toBeVisible();
    expect(await openSwitch('First talk')).not.toBeChecked();
  });

  it('keeps the question open where it could not be deleted', async () => {
    api.current.fail(deleteType, 'BUSY');
    const { user } = renderApp('/expert/offers');

    await choose(user, 'First talk', 'Delete');
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('It could not be deleted')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep it' }));

    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect((await row('First talk')).getByRole('button', { name: 'More for First talk' })).toHaveFocus();
  });

  it('leads to the editor', async () => {
    api.current.on('GET /scheduling/session-types/:id', 200, { success: true, sessionType: first });
    const { user, location } = renderApp('/expert/offers');

    await choose(user, 'First talk', 'Edit');

    await waitFor(() => expect(location()).toBe(`/expert/offers/${first.id}`));
  });
});
