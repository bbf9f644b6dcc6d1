import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserZone } from '../../../lib/time/zones.ts';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser } from '../../../testing/fixtures.ts';
import { renderPart, signInAs } from '../../../testing/render.tsx';
import { ZoneNotice } from './ZoneNotice.tsx';

// As far from here as a zone can be, wherever these tests run.
const here = browserZone() ?? 'UTC';
const elsewhere = here === 'Pacific/Kiritimati' ? 'Pacific/Niue' : 'Pacific/Kiritimati';
const api = useTestApi();
const switchButton = () => screen.queryByRole('button', { name: 'Switch' });

beforeEach(() => {
  localStorage.setItem('serene.timezone', elsewhere);
});

describe('ZoneNotice', () => {
  it('moves the times of a traveller to where they are, and keeps that in the profile', async () => {
    signInAs(api.current, buildUser({ timezone: elsewhere }));
    api.current.on('PATCH /me', 200, { success: true, user: buildUser({ timezone: here }) });
    const { user } = renderPart(<ZoneNotice />);

    await waitFor(() => expect(api.current.calls('POST /auth/refresh')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Switch' }));

    await waitFor(() => expect(switchButton()).toBeNull());
    expect(api.current.calls('PATCH /me')[0]?.body).toEqual({ timezone: here });
  });

  it('is not asked again when the zone is kept', async () => {
    const { user, unmount } = renderPart(<ZoneNotice />);

    await user.click(screen.getByRole('button', { name: /^Keep/ }));
    expect(switchButton()).toBeNull();

    unmount();
    renderPart(<ZoneNotice />);
    expect(switchButton()).toBeNull();
  });

  it('stays away where both zones show the same time', () => {
    localStorage.setItem('serene.timezone', here);
    renderPart(<ZoneNotice />);

    expect(switchButton()).toBeNull();
  });
});
