/**
 * Lets the service worker of the built app keep its files, once the page has all it needs itself. Where it cannot be
 * registered (a private window, say) the app works as well, only not without a connection.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}
