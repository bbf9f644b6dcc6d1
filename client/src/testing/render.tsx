import { QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLayoutEffect, type ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate, type Location, type NavigateFunction } from 'react-router-dom';
import { App } from '../app/App.tsx';
import { createQueryClient } from '../app/query-client.ts';
import { keepAccessToken } from '../lib/api/access-token.ts';
import type { TestApi } from './api.ts';
import { buildUser } from './fixtures.ts';

/** Renders one part with nothing around it but the store of server state. */
export function renderPart(part: ReactNode) {
  const user = userEvent.setup();
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return { user, queryClient, ...render(part, { wrapper }) };
}

/** Renders the whole app at an address, in the page's own `#root`. */
export function renderApp(address: string | Location) {
  const user = userEvent.setup();
  const queryClient = createQueryClient();
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  let shown: Location | undefined;
  let go: NavigateFunction = () => {};
  const Address = () => {
    const location = useLocation();
    const navigate = useNavigate();
    useLayoutEffect(() => {
      shown = location;
      go = navigate;
    });
    return null;
  };
  const view = render(
    <MemoryRouter useTransitions={false} initialEntries={[address]}>
      <App queryClient={queryClient} />
      <Address />
    </MemoryRouter>,
    { container: root },
  );
  const goBack = () => act(async () => go(-1));
  const follow = (to: string) => act(async () => go(to));
  const location = () => (shown ? shown.pathname + shown.search + shown.hash : '');
  /** Loads the page again: what the entry of the history holds is all that stays. */
  const reload = () => {
    view.unmount();
    root.remove();
    return renderApp(shown ?? address);
  };
  return { user, queryClient, goBack, follow, reload, location, ...view };
}

/** Makes this browser one that signed in before: the app finds the person by the refresh cookie. */
export function signInAs(api: TestApi, user = buildUser()): void {
  keepAccessToken('access-token', user.id);
  api.on('POST /auth/refresh', 200, { success: true, accessToken: 'access-token', user });
}
