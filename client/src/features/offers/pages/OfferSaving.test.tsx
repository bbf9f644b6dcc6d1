import { onlineManager } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { renderApp } from '../../../testing/render.tsx';
import { answerOwnOffers, buildOwnType, changeType, makeType, oneType } from './own-offers.test-support.ts';

const opened = buildOwnType({ version: 3 });
const theirs = { ...opened, title: 'Their title', price: 900, color: 'rose' as const, version: 4 };
const api = useTestApi((server) => {
  answerOwnOffers(server, [opened]);
  server.on(oneType, 200, { success: true, sessionType: opened });
  server.fail(changeType, 'VERSION_CONFLICT', { details: { sessionType: theirs } });
});
afterEach(() => onlineManager.setOnline(true));

const field = (name: string) => screen.findByRole('textbox', { name });
async function openAndChange(title = 'My title') {
  const app = renderApp(`/expert/offers/${opened.id}`);
  await app.user.clear(await field('Title'));
  await app.user.click(await field('Title'));
  await app.user.paste(title);
  return app;
}
const press = (user: Awaited<ReturnType<typeof openAndChange>>['user'], name: string) =>
  user.click(screen.getByRole('button', { name }));
const bodies = () => api.current.calls(changeType).map(({ body }) => body);

describe('two versions of one offer', () => {
  it('can both be seen, and mine is still there', async () => {
    const { user } = await openAndChange();
    await press(user, 'Save');

    const conflict = await screen.findByRole('alert');
    expect(conflict).toHaveTextContent('This offer was changed somewhere else');
    expect(conflict.parentElement).toHaveFocus();
    await press(user, 'See both');

    const both = within(screen.getByRole('region', { name: 'Where the two versions differ' }));
    expect(both.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Title', 'Colour', 'Price']);
    for (const text of ['My title', 'Their title', 'Teal', 'Rose', '1200', '900']) {
      expect(both.getByText(text)).toBeVisible();
    }
    expect(await field('Title')).toHaveValue('My title');
  });

  it('end with mine, on top of what was changed elsewhere and not here', async () => {
    const { user } = await openAndChange();
    await press(user, 'Save');
    await screen.findByText('This offer was changed somewhere else');
    api.current.on(changeType, 200, { success: true, sessionType: { ...theirs, title: 'My title', version: 5 } });

    await press(user, 'Keep mine');

    expect(await screen.findByText('Saved. Customers see it now.')).toBeVisible();
    expect(bodies().at(-1)).toMatchObject({ title: 'My title', price: 900, color: 'rose', version: 4 });
    expect(screen.queryByText('This offer was changed somewhere else')).toBeNull();
    expect(await field('Price')).toHaveValue('900');
  });

  it('end with the other, and mine can be had back', async () => {
    const { user } = await openAndChange();
    await press(user, 'Save');
    await screen.findByText('This offer was changed somewhere else');

    await press(user, 'Take the other');
    expect(await field('Title')).toHaveValue('Their title');
    expect(screen.getByText('This page shows the other version now')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    await press(user, 'Bring mine back');

    expect(await field('Title')).toHaveValue('My title');
    expect(screen.getByRole('button', { name: 'Save' })).toBeVisible();
  });

  it('end with a new offer where the other was deleted', async () => {
    api.current.fail(changeType, 'NOT_FOUND');
    api.current.on(makeType, 201, { success: true, sessionType: { ...opened, title: 'My title' } });
    const { user, location } = await openAndChange();
    await press(user, 'Save');

    await screen.findByText('This offer was deleted somewhere else');
    expect(await field('Title')).toHaveValue('My title');
    await press(user, 'Save it as a new offer');

    await waitFor(() => expect(location()).toBe('/expert/offers'));
    expect(api.current.calls(makeType)[0]?.body).toMatchObject({ title: 'My title' });
  });
});

describe('what was typed', () => {
  it('stays where the connection is lost, and is saved by the next press', async () => {
    const { user } = await openAndChange();
    api.current.setOnline(false);
    await press(user, 'Save');

    expect(await screen.findByText('The offer could not be saved')).toBeVisible();
    expect(screen.getByText(/service could not be reached/)).toBeVisible();
    expect(await field('Title')).toHaveValue('My title');
    api.current.setOnline(true);
    api.current.on(changeType, 200, { success: true, sessionType: { ...opened, title: 'My title', version: 4 } });
    await press(user, 'Save');

    expect(await screen.findByText('Saved. Customers see it now.')).toBeVisible();
    expect(screen.queryByText('The offer could not be saved')).toBeNull();
  });

  it('waits while the browser is offline, which says why', async () => {
    const { user } = await openAndChange();
    act(() => onlineManager.setOnline(false));

    expect(screen.getByText(/What you typed stays here/)).toBeVisible();
    await press(user, 'Save');
    expect(bodies()).toEqual([]);
    act(() => onlineManager.setOnline(true));

    expect(screen.queryByText(/What you typed stays here/)).toBeNull();
  });

  it('goes on while it is being saved, and is not called saved', async () => {
    let release = () => {};
    const saved = { success: true as const, sessionType: { ...opened, title: 'My title', version: 4 } };
    api.current.on(changeType, 200, () => new Promise((done) => (release = () => done(saved))));
    const { user } = await openAndChange();
    await press(user, 'Save');
    await waitFor(() => expect(bodies()).toHaveLength(1));

    await user.click(await field('Description'));
    await user.paste(' More.');
    release();

    expect(await screen.findByRole('button', { name: 'Save' })).toBeVisible();
    expect(screen.getByText('1 change')).toBeVisible();
    expect(await field('Title')).toHaveValue('My title');
    await press(user, 'Save');
    await waitFor(() => expect(bodies()).toHaveLength(2));
    expect(bodies()[1]).toMatchObject({ title: 'My title', version: 4, description: `${opened.description} More.` });
    release();
  });

  it('can be discarded, and had back', async () => {
    const { user } = await openAndChange();

    await press(user, 'Discard');
    expect(await field('Title')).toHaveValue('Sleep consultation');
    await press(user, 'Bring mine back');

    expect(await field('Title')).toHaveValue('My title');
  });

  it('is not left behind without a question', async () => {
    const { user, location } = await openAndChange();

    await user.click(screen.getByRole('link', { name: 'My offers' }));
    const question = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }));
    expect(question.getByText('Your changes to this offer would be lost.')).toBeVisible();
    await user.click(question.getByRole('button', { name: 'Stay here' }));
    expect(location()).toBe(`/expert/offers/${opened.id}`);

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('link', { name: 'My offers' }));
    await user.click(await screen.findByRole('button', { name: 'Leave without saving' }));
    await waitFor(() => expect(location()).toBe('/expert/offers'));
  });
});

describe('an offer that cannot be edited', () => {
  it('is one that is gone', async () => {
    api.current.fail(oneType, 'NOT_FOUND');
    renderApp(`/expert/offers/${opened.id}`);

    expect(await screen.findByText("This offer doesn't exist any more")).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'My offers' }).at(-1)).toHaveAttribute('href', '/expert/offers');
  });

  it('is tried again where it could not be loaded', async () => {
    api.current.fail(oneType, 'INTERNAL');
    const { user } = renderApp(`/expert/offers/${opened.id}`);

    await screen.findByText('The offer could not be loaded');
    api.current.on(oneType, 200, { success: true, sessionType: opened });
    await press(user, 'Retry');

    expect(await field('Title')).toHaveValue('Sleep consultation');
  });
});
