import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildOwnExpert, buildUser, expertId } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const expert = buildOwnExpert();
const expertUser = buildUser({ roles: ['expert'], expertId, expertSlug: 'dr-sarah-khan' });
const load = 'GET /experts/me/availability';
const save = 'PUT /experts/availability';
const answer = (requiresApproval: boolean) => ({ success: true as const, expert: { ...expert, requiresApproval } });
const saved = (requiresApproval: boolean) => ({ ...answer(requiresApproval), strandedSessions: [] });
const api = useTestApi((server) => {
  signInAs(server, expertUser);
  server.on(load, 200, answer(false));
  server.on(save, 200, saved(true));
});
const approval = () => screen.findByRole('switch', { name: 'Accept each booking yourself' });
const bodies = () => api.current.calls(save).map(({ body }) => body);

describe('accepting each booking first (L4)', () => {
  it('is switched on by keyboard, says what it means, and is saved alone', async () => {
    const { user } = renderApp('/expert/availability');
    const setting = await approval();
    expect(setting).not.toBeChecked();
    expect(setting).toHaveAccessibleDescription(/waits for your answer.*already held or booked stay as they are/);

    setting.focus();
    await user.keyboard(' ');
    expect(setting).toBeChecked();
    expect(screen.getByText('You have unsaved changes.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Saved. This applies to every new booking.')).toBeVisible();
    expect(bodies()).toEqual([{ requiresApproval: true }]);
    expect(await approval()).toBeChecked();
  });

  it('is saved together with changed hours, and switched off again', async () => {
    api.current.on(load, 200, answer(true));
    api.current.on(save, 200, { ...saved(false), expert: { ...expert, slotDuration: 30 } });
    const { user } = renderApp('/expert/availability');
    expect(await approval()).toBeChecked();

    await user.click(await approval());
    await user.selectOptions(screen.getByLabelText('A session can start every'), '30 minutes');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Saved. Customers see your new hours now.')).toBeVisible();
    expect(bodies()).toEqual([{ slotDuration: 30, requiresApproval: false }]);
  });

  it('stays chosen where it could not be saved, and is sent again', async () => {
    api.current.fail(save, 'INTERNAL');
    const { user } = renderApp('/expert/availability');
    await user.click(await approval());
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Your hours could not be saved');
    expect(await approval()).toBeChecked();

    api.current.on(save, 200, saved(true));
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(bodies()).toEqual([{ requiresApproval: true }, { requiresApproval: true }]));
    expect(await screen.findByText('Saved. This applies to every new booking.')).toBeVisible();
  });
});
