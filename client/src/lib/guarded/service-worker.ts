/**
 * Lets the service worker of the built app keep its files, once the page has all it needs itself. Where it cannot be
 * registered (a private window or blocked storage, say) the app works as well, only not without a connection.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD) return;
  const register = () => void tryToRegister().catch(() => undefined);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}

// Async, so that a browser that throws at the look at it refuses like any other.
async function tryToRegister(): Promise<void> {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  await workers?.register('/sw.js');
}
