import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { mountLiveRegions } from '../lib/announce.ts';
import { listenBeforeRouter } from '../lib/history-guard.ts';
import { registerServiceWorker } from '../lib/guarded/service-worker.ts';
import { askWhenInDoubt } from '../lib/time/server-clock.ts';
import { App } from './App.tsx';
import { prepareForOffline } from './offline.ts';
import { createQueryClient } from './query-client.ts';
import { pageFetcher } from './routes.tsx';

/** Puts the app into the page. */
export async function mountApp(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root.');

  const queryClient = createQueryClient();
  await prepareForOffline(queryClient);
  // The page of the address is fetched while the frame around it is drawn; what goes wrong, the page finds out itself.
  pageFetcher(window.location)?.().catch(() => undefined);
  // Whatever is on screen is asked for again: each answer tells the server's time.
  askWhenInDoubt(() => void queryClient.invalidateQueries());
  mountLiveRegions();
  listenBeforeRouter();
  const app = (
    <StrictMode>
      {/* What is on screen follows the address at once; a page that has to be fetched waits in `Pages`. */}
      <BrowserRouter useTransitions={false}>
        <App queryClient={queryClient} />
      </BrowserRouter>
    </StrictMode>
  );
  // As a transition, drawing it the first time leaves room for what arrives meanwhile.
  startTransition(() => createRoot(root).render(app));
  registerServiceWorker();
}
