import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildOwnExpert, buildUser, expertId, now, sessionId, startsAt } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const expert = buildOwnExpert();
const expertUser = buildUser({ roles: ['expert'], expertId, expertSlug: 'dr-sarah-khan' });
const save = 'PUT /experts/availability';
const api = useTestApi((server) => {
  signInAs(server, expertUser);
  server.on('GET /experts/me/availability', 200, { success: true, expert });
  server.on(save, 200, { success: true, expert, strandedSessions: [] });
  server.on('GET /sessions', 200, { success: true, sessions: [], serverTime: now, nextCursor: null });
});
const elsewhere = 'Your hours were also changed somewhere else';
const day = async (name: string) => within(await screen.findByRole('group', { name }));

describe('/expert/availability', () => {
  it('saves changed hours', async () => {
    const workingHours = {
      ...expert.workingHours,
      '1': { start: '07:00', end: '17:00', enabled: true },
      '6': { start: '09:00', end: '17:00', enabled: true },
    };
    api.current.on(save, 200, { success: true, expert: { ...expert, workingHours }, strandedSessions: [] });
    const { user } = renderApp('/expert/availability');

    await user.selectOptions((await day('Monday')).getByLabelText('Monday from'), '07:00');
    await user.click((await day('Saturday')).getByRole('switch', { name: 'Work on Saturday' }));
    expect(screen.getByText('You have unsaved changes.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Saved. Customers see your new hours now.')).toBeVisible();
    expect(screen.queryByText(elsewhere)).toBeNull();
  });

  it('sends only what changed, so that what somebody else changed meanwhile stays (S5)', async () => {
    const { user } = renderApp('/expert/availability');

    await user.selectOptions((await day('Monday')).getByLabelText('Monday from'), '07:00');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(api.current.calls(save)).toHaveLength(1));
    expect(api.current.calls(save)[0]?.body).toEqual({
      workingHours: { '1': { start: '07:00', end: '17:00', enabled: true } },
    });
  });

  it('says when what is saved is not what was on the page, and shows it', async () => {
    const workingHours = {
      ...expert.workingHours,
      '1': { start: '07:00', end: '17:00', enabled: true },
      '5': { start: '09:00', end: '12:00', enabled: true },
    };
    api.current.on(save, 200, { success: true, expert: { ...expert, workingHours }, strandedSessions: [] });
    const { user } = renderApp('/expert/availability');

    await user.selectOptions((await day('Monday')).getByLabelText('Monday from'), '07:00');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText(elsewhere)).toBeVisible();
    expect((await day('Friday')).getByLabelText('Friday to')).toHaveValue('12:00');
    expect(screen.queryByText('You have unsaved changes.')).toBeNull();
  });

  it('keeps what is edited while a save runs, and does not call it saved', async () => {
    const workingHours = { ...expert.workingHours, '1': { start: '07:00', end: '17:00', enabled: true } };
    let release = () => {};
    const answer = { success: true as const, expert: { ...expert, workingHours }, strandedSessions: [] };
    api.current.on(save, 200, () => new Promise((done) => (release = () => done(answer))));
    const { user } = renderApp('/expert/availability');
    await user.selectOptions((await day('Monday')).getByLabelText('Monday from'), '07:00');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(api.current.calls(save)).toHaveLength(1));

    await user.selectOptions((await day('Tuesday')).getByLabelText('Tuesday from'), '08:00');
    release();

    expect(await screen.findByRole('button', { name: 'Save' })).toBeVisible();
    expect((await day('Tuesday')).getByLabelText('Tuesday from')).toHaveValue('08:00');
    expect(screen.getByText('You have unsaved changes.')).toBeVisible();
    expect(screen.queryByText('Saved. Customers see your new hours now.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(api.current.calls(save)).toHaveLength(2));
    expect(api.current.calls(save)[1]?.body).toEqual({
      workingHours: { '2': { start: '08:00', end: '17:00', enabled: true } },
    });
    release();
  });

  it('reads the hours again each time it is opened', async () => {
    const { user } = renderApp('/expert/availability');
    await day('Monday');
    await user.click(screen.getAllByRole('link', { name: 'My sessions' })[0] ?? document.body);
    await screen.findByRole('heading', { name: 'My sessions' });
    const workingHours = { ...expert.workingHours, '5': { start: '09:00', end: '12:00', enabled: true } };
    api.current.on('GET /experts/me/availability', 200, { success: true, expert: { ...expert, workingHours } });

    await user.click(screen.getAllByRole('link', { name: 'My availability' })[0] ?? document.body);

    expect((await day('Friday')).getByLabelText('Friday to')).toHaveValue('12:00');
  });

  it('copies the hours of one day to the other working days', async () => {
    const { user } = renderApp('/expert/availability');

    await user.selectOptions((await day('Monday')).getByLabelText('Monday to'), '13:00');
    await user.click(screen.getByRole('button', { name: /^Copy the hours of Monday/ }));

    expect((await day('Friday')).getByLabelText('Friday to')).toHaveValue('13:00');
  });

  it('says when a shift ends on the next day (S2)', async () => {
    const { user } = renderApp('/expert/availability');

    await user.selectOptions((await day('Monday')).getByLabelText('Monday from'), '22:00');
    expect((await day('Monday')).getByText('Ends on the next day')).toBeVisible();
    await user.selectOptions((await day('Monday')).getByLabelText('Monday to'), '24:00');
    expect((await day('Monday')).queryByText('Ends on the next day')).toBeNull();
  });

  it('adds and removes breaks, and refuses one that ends before it starts', async () => {
    const { user } = renderApp('/expert/availability');

    await user.click(await screen.findByRole('button', { name: 'Add break' }));
    await user.selectOptions(screen.getByLabelText('Break 1 to'), '12:00');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(screen.getByRole('alert')).toHaveTextContent('Break 1: The break must end after it starts');
    expect(api.current.calls(save)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove break 1' }));
    expect(screen.getByText('No breaks.')).toBeVisible();
  });

  it('lists the booked sessions that the new hours leave outside (S5)', async () => {
    api.current.on(save, 200, {
      success: true,
      expert,
      strandedSessions: [{ id: sessionId, reference: 'SW-8F3K', startsAt }],
    });
    const { user } = renderApp('/expert/availability');

    await user.click(await screen.findByRole('button', { name: 'Save' }));

    expect(await screen.findByText('1 booked session lies outside your new hours')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Thu, 15 Jan, 2:00 pm IST (SW-8F3K)' })).toHaveAttribute(
      'href',
      `/sessions/${sessionId}`,
    );
  });

  it('explains a refusal and keeps the form as it is', async () => {
    api.current.fail(save, 'INTERNAL');
    const { user } = renderApp('/expert/availability');

    await user.selectOptions((await day('Monday')).getByLabelText('Monday from'), '07:00');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Your hours could not be saved')).toBeVisible();
    expect((await day('Monday')).getByLabelText('Monday from')).toHaveValue('07:00');
  });

  it('asks before changes are left behind', async () => {
    const { user, location } = renderApp('/expert/availability');
    await user.click((await day('Saturday')).getByRole('switch'));

    await user.click(screen.getAllByRole('link', { name: 'Experts' })[0] ?? document.body);
    const question = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }));
    await user.click(question.getByRole('button', { name: 'Stay here' }));

    expect(location()).toBe('/expert/availability');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('leaves them behind when that is wanted', async () => {
    const { user, location } = renderApp('/expert/availability');
    await user.click((await day('Saturday')).getByRole('switch'));

    await user.click(screen.getAllByRole('link', { name: 'My sessions' })[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: 'Leave without saving' }));

    await waitFor(() => expect(location()).toBe('/dashboard'));
  });

  it('offers another try when the hours cannot be loaded', async () => {
    api.current.fail('GET /experts/me/availability', 'INTERNAL');
    const { user } = renderApp('/expert/availability');

    await screen.findByText('Your hours could not be loaded');
    api.current.on('GET /experts/me/availability', 200, { success: true, expert });
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await day('Monday')).toBeDefined();
  });
});
